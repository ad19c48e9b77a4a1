package org.trustflex.samd21.debug;

/**
 * What a debug probe says about itself on USB.
 *
 * @param vendorId     the USB vendor
 * @param productId    the USB product
 * @param manufacturer the vendor's name
 * @param product      the product's name; hosts look for "CMSIS-DAP" in it
 * @param serialNumber tells it from others of its kind
 */
public record ProbeIdentity(int vendorId, int productId, String manufacturer, String product, String serialNumber) {

    private static final int MICROCHIP = 0x03EB;
    private static final int NEDBG = 0x2175;

    /** The nano embedded debugger of the Trust Platform board (DM320118 user guide, "nEDBG"). */
    public static ProbeIdentity nedbg(String serialNumber) {
        return new ProbeIdentity(MICROCHIP, NEDBG, "Microchip Technology Inc.", "nEDBG CMSIS-DAP", serialNumber);
    }

    /** What each of its HID reports looks like: 64 bytes in, 64 bytes out, without a report id. */
    public static byte[] reportDescriptor() {
        return new byte[] { 0x06, 0x00, (byte) 0xFF, 0x09, 0x01, (byte) 0xA1, 0x01, 0x15, 0x00, 0x26, (byte) 0xFF, 0x00,
                0x75, 0x08, (byte) 0x95, CmsisDap.REPORT_SIZE, 0x09, 0x01, (byte) 0x81, 0x02, (byte) 0x95,
                CmsisDap.REPORT_SIZE, 0x09, 0x01, (byte) 0x91, 0x02, (byte) 0xC0 };
    }
}
