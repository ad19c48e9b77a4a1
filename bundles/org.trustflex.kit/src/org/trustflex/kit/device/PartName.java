package org.trustflex.kit.device;

import java.util.HexFormat;
import java.util.Optional;

/** The name that the factory program gives a device by the answer to Info, mode Revision. */
final class PartName {

    private static final byte[] INFO_REVISION = HexFormat.of().parseHex("0730000000035D");
    private static final int REVISION_LENGTH = 7;
    private static final int FAMILY = 3;
    private static final int REVISION = 4;
    private static final int ECC608 = 0x60;
    private static final int ECC508 = 0x50;
    private static final int LAST_608A = 2;

    private PartName() {
    }

    /** Wakes a device, asks for its revision and sends it to sleep. Nothing if it is none that the program knows. */
    static Optional<String> of(BusDevice device) {
        if (device.wake().isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> revision = device.execute(INFO_REVISION.clone());
        device.sleep();
        return revision.filter(response -> response.length == REVISION_LENGTH).flatMap(PartName::name);
    }

    private static Optional<String> name(byte[] response) {
        return switch (response[FAMILY]) {
            case ECC608 -> Optional.of((response[REVISION] & 0xFF) <= LAST_608A ? "ECC608A" : "ECC608B");
            case ECC508 -> Optional.of("ECC508A");
            default -> Optional.empty();
        };
    }
}
