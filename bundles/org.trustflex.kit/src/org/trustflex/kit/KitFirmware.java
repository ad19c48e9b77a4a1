package org.trustflex.kit;

import org.trustflex.atecc.packet.MalformedReply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kit program on a board, as it answers {@code board:firmware(00)}: {@code CryptoAuthTrustPlatform 00(020200)}.
 *
 * @param name    the program's name for itself
 * @param version three numbers with dots, such as "2.2.0"
 */
public record KitFirmware(String name, String version) {

    private static final Pattern FORM = Pattern
            .compile("(\\w{1,32}) 00\\(([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})\\)");

    static KitFirmware parse(String line) throws MalformedReply {
        Matcher matcher = FORM.matcher(line);
        if (!matcher.matches()) {
            throw new MalformedReply(Messages.text("firmware.form", KitReply.excerpt(line), line.length()));
        }
        String version = number(matcher.group(2)) + "." + number(matcher.group(3)) + "." + number(matcher.group(4));
        return new KitFirmware(matcher.group(1), version);
    }

    private static int number(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
