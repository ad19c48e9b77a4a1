package org.trustflex.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.simulator.TrustAndGoPart;

/**
 * The three secure elements of the Trust Platform board (DM320118 user guide, section 1.2), in the order in which its kit
 * program finds them: from the highest I2C address down.
 */
enum BoardPart {

    /** TrustCUSTOM: blank, for whoever wants a configuration of his own. */
    TRUST_CUSTOM(0xC0, "eeprom-C0.bin"),
    /** TrustFLEX: the one that all of this is about, and that gives the board its identity. */
    TRUST_FLEX(TrustFlexProfile.I2C_ADDRESS, "eeprom.bin"),
    /** Trust&amp;GO: configured, provisioned and locked for good. */
    TRUST_AND_GO(TrustAndGoPart.I2C_ADDRESS, "eeprom-6A.bin");

    private final int i2cAddress;
    private final String fileName;

    BoardPart(int i2cAddress, String fileName) {
        this.i2cAddress = i2cAddress;
        this.fileName = fileName;
    }

    /** The address that it is delivered with, 8-bit notation; whoever has a blank part may give it another. */
    int i2cAddress() {
        return i2cAddress;
    }

    /** Where its EEPROM is in the board's folder. */
    String fileName() {
        return fileName;
    }

    /** The address as two hex digits, by which files name the part. */
    String key() {
        return String.format(Locale.ROOT, "%02X", i2cAddress);
    }

    static Optional<BoardPart> ofKey(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }
}
