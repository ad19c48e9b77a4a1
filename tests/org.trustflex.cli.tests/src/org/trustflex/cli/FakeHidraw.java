package org.trustflex.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A simulated board on a USB socket that umockdev makes a program believe in: hidapi opens the device node, which is a
 * pseudo terminal, and what it writes and reads there are 64-byte reports, as those of the real board.
 */
final class FakeHidraw implements AutoCloseable {

    private static final String USB = "/devices/pci0000:00/0000:00:14.0/usb1/1-1";
    private static final String HID = USB + "/1-1:1.0/0003:03EB:2312.0001";
    /** As the factory program sends it: usage page FFFF, 64 bytes in, 64 bytes out, 4 bytes feature, no report id. */
    private static final String DESCRIPTOR = "06FFFF0901A101" + "09020903150026FF00750895408102"
            + "09040905150026FF00750895409102" + "09060907150026FF0075089504B102" + "C0";

    private final FakePort port;
    private final Path description;
    private final Path controls;

    /** @param lines after so many lines the board is unplugged, before it answers */
    FakeHidraw(Shell shell, String name, int lines) throws Exception {
        port = FakePort.hid(shell, name, lines);
        description = Files.writeString(shell.file("usb.umockdev"), String.join("\n", List.of(
                "P: " + USB, "E: SUBSYSTEM=usb", "E: DEVTYPE=usb_device", "E: PRODUCT=3eb/2312/100",
                "A: idVendor=03eb", "A: idProduct=2312", "A: bcdDevice=0100", "A: product=CryptoAuth Trust Platform",
                "A: manufacturer=Microchip Technology Inc.", "", "P: " + USB + "/1-1:1.0", "E: SUBSYSTEM=usb",
                "E: DEVTYPE=usb_interface", "A: bInterfaceNumber=00", "", "P: " + HID, "E: SUBSYSTEM=hid",
                "E: HID_ID=0003:000003EB:00002312",
                "E: HID_NAME=Microchip Technology Inc. CryptoAuth Trust Platform", "E: HID_UNIQ=",
                "H: report_descriptor=" + DESCRIPTOR, "", "P: " + HID + "/hidraw/hidraw7", "N: hidraw7",
                "E: SUBSYSTEM=hidraw", "E: DEVNAME=/dev/hidraw7", "E: MAJOR=240", "E: MINOR=7", "")) + "\n");
        String size = String.format(Locale.ROOT, "%02X000000", DESCRIPTOR.length() / 2);
        controls = Files.writeString(shell.file("usb.ioctl"), "@DEV /dev/hidraw7\nHIDIOCGRDESCSIZE 0 " + size
                + "\nHIDIOCGRDESC 0 " + size + DESCRIPTOR + "00".repeat(4096 - DESCRIPTOR.length() / 2) + "\n");
    }

    /** Who runs a program that sees this board; the program and its arguments follow. */
    List<String> wrapper() {
        return List.of("umockdev-run", "-d", description.toString(), "-i", "/dev/hidraw7=" + controls, "--", "sh",
                "-c", "rm \"$UMOCKDEV_DIR/dev/hidraw7\" && ln -s " + port.name()
                        + " \"$UMOCKDEV_DIR/dev/hidraw7\" && exec \"$@\"",
                "sh");
    }

    /** Takes away the permission to open it. */
    void forbid() throws IOException {
        port.forbid();
    }

    /** Gives the permission to open it. */
    void allow() throws IOException {
        port.allow();
    }

    @Override
    public void close() throws Exception {
        port.close();
    }
}
