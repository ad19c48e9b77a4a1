package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.kit.KitLink;
import org.trustflex.kit.LineFraming;

import java.nio.file.Files;
import java.nio.file.Path;

import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** Links to a kit behind a serial port. */
public final class SerialKitLink {

    private SerialKitLink() {
    }

    /**
     * Opens a serial port with 115200 baud, 8 data bits, no parity and one stop bit.
     *
     * @param port as the user calls it: "COM5", "/dev/ttyACM0", or a pseudo terminal that no list of ports shows
     * @throws LinkFailed if there is no such port, somebody else has it, or serial ports are not available here
     */
    public static KitLink open(String port) throws LinkFailed {
        // jSerialComm looks for a port of the same last name elsewhere when a path does not exist: not what was asked
        // for.
        if (port.startsWith("/") && !Files.exists(Path.of(port))) {
            throw new LinkFailed(Messages.text("serial.unknown", port));
        }
        try {
            SerialDevice device = JSerialCommDevice.open(port)
                    .orElseThrow(() -> new LinkFailed(Messages.text("serial.refused", port)));
            return new LineFraming(new SerialBytePort(device));
        } catch (SerialPortInvalidPortException e) {
            throw new LinkFailed(Messages.text("serial.unknown", port), e);
        } catch (LinkageError e) {
            throw new LinkFailed(Messages.text("serial.library", String.valueOf(e.getMessage())), e);
        }
    }
}
