package org.trustflex.kit.transport;

import org.trustflex.atecc.packet.LinkFailed;

import java.util.List;

/** Finds the Trust Platform boards that are plugged in by USB and run their factory program. */
public final class HidKits {

    /** Of Atmel, now Microchip. */
    public static final int VENDOR_ID = 0x03EB;
    /** Of the factory program of the Trust Platform board. */
    public static final int PRODUCT_ID = 0x2312;
    /** Of the debugger on the Trust Platform board, which is there whatever the board's main MCU runs. */
    public static final int DEBUGGER_PRODUCT_ID = 0x2175;
    /** What the factory program calls itself; other programs may share its numbers. */
    public static final String PRODUCT = "CryptoAuth Trust Platform";

    private final HidBus bus;

    /** Searches the HID devices of this machine. Nothing is loaded or searched before {@link #attached()}. */
    public HidKits() {
        this(new Hid4JavaBus());
    }

    HidKits(HidBus bus) {
        this.bus = bus;
    }

    /**
     * Searches once. Devices of other kinds are passed over.
     *
     * @return the boards, in the operating system's order; none is opened
     * @throws LinkFailed if HID is not available on this machine
     */
    public List<HidKit> attached() throws LinkFailed {
        return bus.attached().stream().filter(HidKits::isKit).map(HidKit::new).toList();
    }

    /**
     * Searches once for the debuggers of Trust Platform boards. One without a kit beside it tells that another program than
     * the factory's runs on its board.
     *
     * @return what the operating system calls them; none is opened
     * @throws LinkFailed if HID is not available on this machine
     */
    public List<String> debuggers() throws LinkFailed {
        return bus.attached().stream().filter(HidKits::isDebugger).map(HidNode::path).toList();
    }

    private static boolean isDebugger(HidNode node) {
        return node.vendorId() == VENDOR_ID && node.productId() == DEBUGGER_PRODUCT_ID;
    }

    private static boolean isKit(HidNode node) {
        return node.vendorId() == VENDOR_ID && node.productId() == PRODUCT_ID && PRODUCT.equals(node.product());
    }
}
