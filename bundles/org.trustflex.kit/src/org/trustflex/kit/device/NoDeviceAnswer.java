package org.trustflex.kit.device;

/** What {@code board:device(NN)} answers where there is no device at this index. */
public enum NoDeviceAnswer {
    /**
     * As the factory program does. Microchip's library, which wants three words, then gives up with a general failure.
     */
    FACTORY("no_device "),
    /** In the form of a device, so that Microchip's library goes on searching and then says that there is no device. */
    LIKE_A_DEVICE("no_device TWI 00(00)");

    private final String line;

    NoDeviceAnswer(String line) {
        this.line = line;
    }

    String line() {
        return line;
    }
}
