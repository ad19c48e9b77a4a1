package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;

import java.util.List;

import org.hid4java.HidDevice;
import org.hid4java.HidException;
import org.hid4java.HidManager;
import org.hid4java.HidServices;
import org.hid4java.HidServicesSpecification;
import org.hid4java.ScanMode;
import org.jspecify.annotations.Nullable;

/**
 * The HID devices by way of hid4java and its own native hidapi. Nothing runs in the background: a scan happens when
 * somebody asks. The native library is loaded at the first question.
 */
final class Hid4JavaBus implements HidBus {

    private static @Nullable HidServices services;

    @Override
    public List<HidNode> attached() throws LinkFailed {
        try {
            synchronized (Hid4JavaBus.class) {
                // Two searches at once corrupt hidapi's memory: its last error is one string for the whole process.
                return services().getAttachedHidDevices().stream().<HidNode>map(Node::new).toList();
            }
        } catch (HidException | LinkageError e) {
            // A missing native library shows as an UnsatisfiedLinkError once, and as a NoClassDefFoundError ever after.
            throw new LinkFailed(Messages.text("hid.library", String.valueOf(e.getMessage())), e);
        }
    }

    /** One for all: each would start hidapi anew. */
    private static synchronized HidServices services() {
        HidServices known = services;
        if (known == null) {
            HidServicesSpecification specification = new HidServicesSpecification();
            specification.setAutoStart(false);
            specification.setAutoShutdown(false);
            specification.setAutoDataRead(false);
            specification.setScanMode(ScanMode.NO_SCAN);
            known = HidManager.getHidServices(specification);
            services = known;
        }
        return known;
    }

    private record Node(HidDevice device) implements HidNode {

        // hid4java hands these on as sign-extended shorts.
        private static final int UNSIGNED_SHORT = 0xFFFF;

        @Override
        public int vendorId() {
            return device.getVendorId() & UNSIGNED_SHORT;
        }

        @Override
        public int productId() {
            return device.getProductId() & UNSIGNED_SHORT;
        }

        @Override
        public @Nullable String product() {
            return device.getProduct();
        }

        @Override
        public String path() {
            return device.getPath();
        }

        @Override
        public boolean open() {
            synchronized (Hid4JavaBus.class) {
                return device.open();
            }
        }

        @Override
        public int write(byte[] report) {
            return device.write(report, report.length, (byte) 0);
        }

        @Override
        public int read(byte[] report, int timeoutMillis) {
            return device.read(report, timeoutMillis);
        }

        @Override
        public void close() {
            device.close();
        }
    }
}
