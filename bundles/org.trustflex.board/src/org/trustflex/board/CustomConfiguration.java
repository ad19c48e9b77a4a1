package org.trustflex.board;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;

import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.TrustAndGoPart;

/**
 * A configuration of somebody's own for the part of a board that is delivered blank.
 *
 * @param zone of which bytes 16 to 127 count, without the locks of the two zones: what is before is the part's own
 */
public record CustomConfiguration(ConfigurationZone zone) {

    private static final int FIRST_OF_ITS_OWN = 16;

    /** @throws IllegalArgumentException if its I2C address is none, or that of a neighbour on the board */
    public CustomConfiguration {
        int address = zone.i2cAddress();
        if (address == 0 || (address & 1) != 0 || address == TrustFlexProfile.I2C_ADDRESS
                || address == TrustAndGoPart.I2C_ADDRESS) {
            throw new IllegalArgumentException(Messages.text("custom.address", address, TrustFlexProfile.I2C_ADDRESS,
                    TrustAndGoPart.I2C_ADDRESS));
        }
    }

    /**
     * The configuration in a file: 128 bytes, or 256 hex digits.
     *
     * @throws UnusableBoard if it holds none, or one that does not fit on the board
     */
    static CustomConfiguration read(Path file) throws UnusableBoard {
        try {
            return new CustomConfiguration(PartFactory.readConfiguration(file));
        } catch (IllegalArgumentException unfit) {
            throw new UnusableBoard(file, Messages.text("custom.unfit", file, unfit.getMessage()), unfit);
        } catch (IOException unreadable) {
            throw new UnusableBoard(file, Messages.text("custom.read", file, Messages.reason(unreadable)), unreadable);
        }
    }

    /** @throws IllegalArgumentException if these are not the hex digits of a configuration that fits on the board */
    static CustomConfiguration parse(String hex) {
        return new CustomConfiguration(ConfigurationZone.of(HexFormat.of().parseHex(hex)));
    }

    /** 256 hex digits. */
    String hex() {
        return HexFormat.of().formatHex(zone.bytes());
    }

    /** The configuration in the part with this serial number. */
    ConfigurationZone of(SerialNumber serialNumber) {
        byte[] bytes = zone.bytes();
        byte[] own = TrustFlexProfile.PROTOTYPE.zone(serialNumber, PartFactory.REVISION_608B).bytes();
        System.arraycopy(own, 0, bytes, 0, FIRST_OF_ITS_OWN);
        return ConfigurationZone.of(bytes);
    }
}
