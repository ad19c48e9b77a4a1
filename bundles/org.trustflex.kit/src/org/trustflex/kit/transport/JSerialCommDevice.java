package org.trustflex.kit.transport;

import java.util.Optional;

import com.fazecast.jSerialComm.SerialPort;

/** A serial port by way of jSerialComm, opened with 115200 baud, 8 data bits, no parity, one stop bit. */
final class JSerialCommDevice implements SerialDevice {

    private static final int BAUD = 115_200;
    private static final int DATA_BITS = 8;
    private static final int MOMENT_MILLIS = 20;

    private final SerialPort port;
    private final String name;

    private JSerialCommDevice(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    /** Returns the open port, or nothing if the operating system does not let us have it. */
    static Optional<SerialDevice> open(String name) {
        SerialPort port = SerialPort.getCommPort(name);
        port.setComPortParameters(BAUD, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, MOMENT_MILLIS, 0);
        return port.openPort() ? Optional.of(new JSerialCommDevice(port, name)) : Optional.empty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int available() {
        return port.bytesAvailable();
    }

    @Override
    public int read(byte[] buffer) {
        return port.readBytes(buffer, buffer.length);
    }

    @Override
    public int write(byte[] bytes) {
        return port.writeBytes(bytes, bytes.length);
    }

    @Override
    public void close() {
        port.closePort();
    }
}
