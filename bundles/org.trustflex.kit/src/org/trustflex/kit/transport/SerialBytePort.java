package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.BytePort;
import org.trustflex.kit.Deadline;

import java.util.Arrays;

/** A serial port with deadlines, made of many short waits. */
final class SerialBytePort implements BytePort {

    private final SerialDevice device;

    SerialBytePort(SerialDevice device) {
        this.device = device;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws LinkFailed {
        int sent = 0;
        while (sent < bytes.length) {
            int count = device.write(Arrays.copyOfRange(bytes, sent, bytes.length));
            if (count < 0) {
                throw new LinkFailed(Messages.text("serial.gone", device.name()));
            }
            sent += count;
            if (sent < bytes.length && deadline.passed()) {
                throw new LinkFailed(Messages.text("serial.full", device.name()));
            }
        }
    }

    @Override
    public int read(byte[] buffer, Deadline deadline) throws LinkFailed {
        int count = device.available();
        // Asking first keeps those quick who want only what is there: even the shortest wait is one of many
        // milliseconds.
        if (count > 0) {
            count = device.read(buffer);
        }
        while (count == 0 && !deadline.passed()) {
            count = device.read(buffer);
        }
        if (count < 0) {
            throw new LinkFailed(Messages.text("serial.gone", device.name()));
        }
        return count;
    }

    @Override
    public void close() {
        device.close();
    }
}
