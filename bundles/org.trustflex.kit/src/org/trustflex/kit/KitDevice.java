package org.trustflex.kit;

import org.trustflex.atecc.packet.MalformedReply;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device that a kit has found, as it answers {@code board:device(NN)}: {@code ECC608B TWI 00(6C)}.
 *
 * @param index   its place in the kit's list, 0 to 7
 * @param type    its name, such as "ECC608B"; upper-case letters and digits
 * @param bus     the wires that it hangs on
 * @param address its 8-bit address, such as 0x6C
 */
public record KitDevice(int index, String type, BusType bus, int address) {

    private static final Pattern PRESENT = Pattern.compile("([A-Z0-9]{3,16}) (TWI|SWI|SPI) 00\\(([0-9A-F]{2})\\)");
    // The factory program's words, those of kits that keep the form of a device, and those of older AT88CK kits.
    private static final Pattern ABSENT = Pattern.compile("no_device ?|no_device (TWI|SWI|SPI) 00\\(00\\)|C5\\(\\)");

    /**
     * Reads the answer for one index.
     *
     * @return the device, or nothing if the kit says that there is none at this index
     * @throws MalformedReply if the line is neither
     */
    static Optional<KitDevice> parse(int index, String line) throws MalformedReply {
        if (ABSENT.matcher(line).matches()) {
            return Optional.empty();
        }
        Matcher matcher = PRESENT.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedReply(Messages.text("device.form", KitReply.excerpt(line), line.length()));
        }
        BusType bus = BusType.valueOf(matcher.group(2));
        return Optional.of(new KitDevice(index, matcher.group(1), bus, Integer.parseInt(matcher.group(3), 16)));
    }

    /** Name and address, such as "ECC608B at 6C". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %02X", type, address);
    }
}
