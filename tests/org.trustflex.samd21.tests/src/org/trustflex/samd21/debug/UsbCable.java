package org.trustflex.samd21.debug;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Assumptions;
import org.trustflex.kit.transport.Pty;
import org.trustflex.samd21.RunningPart;
import org.trustflex.samd21.Tools;

/**
 * The board's nEDBG on a USB socket that umockdev makes OpenOCD believe in: its hidapi finds the device by udev and opens
 * the device node, which is a pseudo terminal, where the probe answers each report.
 */
final class UsbCable implements DebugCable {

    private static final String WRAPPER = "umockdev-run";
    private static final String USB = "/devices/pci0000:00/0000:00:14.0/usb1/1-2";
    private static final String NODE = "hidraw8";
    private static final Duration LOOK = Duration.ofMillis(20);

    private final ProbeIdentity identity = ProbeIdentity.nedbg("MCHP0000000000000001");
    private final Pty terminal;
    private final CmsisDap probe;
    private final Path description;
    private final Path controls;
    private final Thread thread;
    private final byte[] report = new byte[1 + CmsisDap.REPORT_SIZE];
    private int received;
    private volatile boolean closing;

    UsbCable(RunningPart part, Path folder) throws IOException {
        Assumptions.assumeTrue(Tools.isInstalled(WRAPPER), "umockdev is not installed: no USB");
        terminal = Pty.open();
        probe = new CmsisDap(part, identity);
        description = Files.writeString(folder.resolve("usb.umockdev"), description(identity));
        controls = Files.writeString(folder.resolve("usb.ioctl"), controls());
        thread = new Thread(this::serve, "fake-usb");
        thread.setDaemon(true);
        thread.start();
    }

    private static String description(ProbeIdentity identity) {
        String ids = String.format(Locale.ROOT, "%08X:%08X", identity.vendorId(), identity.productId());
        String hid = USB + String.format(Locale.ROOT, "/1-2:1.0/0003:%04X:%04X.0002", identity.vendorId(),
                identity.productId());
        return String.join("\n", List.of("P: " + USB, "E: SUBSYSTEM=usb", "E: DEVTYPE=usb_device",
                String.format(Locale.ROOT, "A: idVendor=%04x", identity.vendorId()),
                String.format(Locale.ROOT, "A: idProduct=%04x", identity.productId()), "A: bcdDevice=0100",
                "A: product=" + identity.product(), "A: manufacturer=" + identity.manufacturer(),
                "A: serial=" + identity.serialNumber(), "", "P: " + USB + "/1-2:1.0", "E: SUBSYSTEM=usb",
                "E: DEVTYPE=usb_interface", "A: bInterfaceNumber=00", "", "P: " + hid, "E: SUBSYSTEM=hid",
                "E: HID_ID=0003:" + ids, "E: HID_NAME=" + identity.manufacturer() + " " + identity.product(),
                "E: HID_UNIQ=" + identity.serialNumber(),
                "H: report_descriptor=" + HexFormat.of().withUpperCase().formatHex(ProbeIdentity.reportDescriptor()),
                "",
                "P: " + hid + "/hidraw/" + NODE, "N: " + NODE, "E: SUBSYSTEM=hidraw", "E: DEVNAME=/dev/" + NODE,
                "E: MAJOR=240", "E: MINOR=8", "")) + "\n";
    }

    private static String controls() {
        byte[] descriptor = ProbeIdentity.reportDescriptor();
        String size = String.format(Locale.ROOT, "%02X000000", descriptor.length);
        return "@DEV /dev/" + NODE + "\nHIDIOCGRDESCSIZE 0 " + size + "\nHIDIOCGRDESC 0 " + size
                + HexFormat.of().withUpperCase().formatHex(Arrays.copyOf(descriptor, 4096)) + "\n";
    }

    @Override
    public List<String> wrapper() {
        String node = "\"$UMOCKDEV_DIR/dev/" + NODE + "\"";
        return List.of(WRAPPER, "-d", description.toString(), "-i", "/dev/" + NODE + "=" + controls, "--", "sh", "-c",
                "rm " + node + " && ln -s " + terminal.name() + " " + node + " && exec \"$@\"", "sh");
    }

    @Override
    public List<String> arguments() {
        return List.of("-f", "interface/cmsis-dap.cfg", "-c", "cmsis_dap_backend hid; transport select swd");
    }

    private void serve() {
        byte[] chunk = new byte[4096];
        try {
            while (!closing) {
                switch (terminal.await(LOOK)) {
                    case INPUT -> {
                        int length = terminal.read(chunk);
                        for (int index = 0; index < length; index++) {
                            take(chunk[index]);
                        }
                    }
                    case NOBODY -> {
                        received = 0;
                        LockSupport.parkNanos(LOOK.toNanos());
                    }
                    case SILENCE -> {
                        // The host thinks.
                    }
                }
            }
        } catch (IOException gone) {
            closing = true;
        } finally {
            terminal.close();
        }
    }

    /** The first byte is the id of the report, which a real device node takes away. */
    private void take(byte next) throws IOException {
        report[received++] = next;
        if (received == report.length) {
            received = 0;
            for (byte[] answer : probe.answer(Arrays.copyOfRange(report, 1, report.length))) {
                // OpenOCD reads 65 bytes at once, and has several reports under way: a terminal keeps them no more apart.
                terminal.write(Arrays.copyOf(answer, report.length));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
