package org.trustflex.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.trustflex.board.KitServer;
import org.trustflex.board.PoweredBoard;
import org.trustflex.kit.transport.Pty;

/**
 * A simulated board on a USB socket that umockdev makes a program believe in: hidapi opens the device node, which is a
 * pseudo terminal, and what it writes and reads there are 64-byte reports, as those of the real board.
 */
final class FakeHidraw implements AutoCloseable {

    private static final int REPORT = 64;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final String USB = "/devices/pci0000:00/0000:00:14.0/usb1/1-1";
    private static final String HID = USB + "/1-1:1.0/0003:03EB:2312.0001";
    /** As the factory program sends it: usage page FFFF, 64 bytes in, 64 bytes out, 4 bytes feature, no report id. */
    private static final String DESCRIPTOR = "06FFFF0901A101" + "09020903150026FF00750895408102"
            + "09040905150026FF00750895409102" + "09060907150026FF0075089504B102" + "C0";

    private final PoweredBoard board;
    private final KitServer server;
    private final RawClient kit;
    private final Pty pty;
    private final Path description;
    private final Path controls;
    private final AtomicInteger left;
    private final Thread thread;
    private volatile boolean closing;

    /** @param lines after so many lines the board is unplugged, before it answers */
    FakeHidraw(Shell shell, String name, int lines) throws Exception {
        left = new AtomicInteger(lines);
        board = shell.boards().simulated().get(name).power("hidraw");
        server = board.serveKit(0);
        kit = new RawClient(server.port());
        pty = Pty.open();
        description = Files.writeString(shell.file("usb.umockdev"), String.join("\n", List.of(
                "P: " + USB, "E: SUBSYSTEM=usb", "E: DEVTYPE=usb_device", "E: PRODUCT=3eb/2312/100",
                "A: idVendor=03eb", "A: idProduct=2312", "A: bcdDevice=0100", "A: product=CryptoAuth Trust Platform",
                "A: manufacturer=Microchip Technology Inc.", "", "P: " + USB + "/1-1:1.0", "E: SUBSYSTEM=usb",
                "E: DEVTYPE=usb_interface", "A: bInterfaceNumber=00", "", "P: " + HID, "E: SUBSYSTEM=hid",
                "E: HID_ID=0003:000003EB:00002312",
                "E: HID_NAME=Microchip Technology Inc. CryptoAuth Trust Platform", "E: HID_UNIQ=",
                "H: report_descriptor=" + DESCRIPTOR, "", "P: " + HID + "/hidraw/hidraw7", "N: hidraw7",
                "E: SUBSYSTEM=hidraw", "E: DEVNAME=/dev/hidraw7", "E: MAJOR=240", "E: MINOR=7", "")) + "\n");
        String size = String.format("%02X000000", DESCRIPTOR.length() / 2);
        controls = Files.writeString(shell.file("usb.ioctl"), "@DEV /dev/hidraw7\nHIDIOCGRDESCSIZE 0 " + size
                + "\nHIDIOCGRDESC 0 " + size + DESCRIPTOR + "00".repeat(4096 - DESCRIPTOR.length() / 2) + "\n");
        thread = new Thread(this::serve, "fake-hidraw");
        thread.setDaemon(true);
        thread.start();
    }

    /** Who runs a program that sees this board; the program and its arguments follow. */
    List<String> wrapper() {
        return List.of("umockdev-run", "-d", description.toString(), "-i", "/dev/hidraw7=" + controls, "--", "sh",
                "-c", "rm \"$UMOCKDEV_DIR/dev/hidraw7\" && ln -s " + pty.name()
                        + " \"$UMOCKDEV_DIR/dev/hidraw7\" && exec \"$@\"",
                "sh");
    }

    /** Takes away the permission, which root without its privileges has not either. */
    void forbid() throws IOException {
        Files.setPosixFilePermissions(Path.of(pty.name()), PosixFilePermissions.fromString("---------"));
    }

    private void serve() {
        byte[] chunk = new byte[4096];
        byte[] report = new byte[1 + REPORT];
        StringBuilder line = new StringBuilder();
        int filled = 0;
        try {
            while (!closing) {
                if (pty.await(LOOK) == Pty.Moment.INPUT) {
                    int length = pty.read(chunk);
                    for (int i = 0; i < length; i++) {
                        report[filled] = chunk[i];
                        filled++;
                        if (filled == report.length) {
                            filled = 0;
                            take(report, line);
                        }
                    }
                } else {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException unplugged) {
            // The client has gone, or the board was unplugged.
            closing = true;
        } finally {
            pty.close();
        }
    }

    /** The first byte is the report id, which a real device node takes away. */
    private void take(byte[] report, StringBuilder line) throws IOException {
        for (int i = 1; i < report.length; i++) {
            if (report[i] == '\n') {
                if (left.getAndDecrement() <= 0) {
                    throw new IOException("unplugged");
                }
                answer(kit.ask(line.toString()));
                line.setLength(0);
            } else if (report[i] != 0) {
                line.append((char) (report[i] & 0xFF));
            }
        }
    }

    private void answer(String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int from = 0; from < bytes.length; from += REPORT) {
            pty.write(Arrays.copyOfRange(bytes, from, from + REPORT));
        }
    }

    @Override
    public void close() throws Exception {
        closing = true;
        thread.join();
        kit.close();
        server.close();
        board.close();
    }
}
