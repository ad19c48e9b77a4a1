package org.trustflex.board;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.Crc16;
import org.trustflex.atecc.packet.Opcode;

/**
 * Another serial number in the kit's answers: the bytes 2 to 7 of whatever is read of them in the configuration zone are
 * the complement of what they are, under a checksum that is right (serial number: configuration bytes 0 to 3 and 8 to 12,
 * TFLXTLS data sheet, table 2-1).
 */
final class OtherSerialNumber {

    private static final Pattern TALK = Pattern.compile("[ades][a-z]*:t[a-z]*\\(([0-9a-f]*)\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATA = Pattern.compile("00\\(([0-9A-F]+)\\)");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    /** Bytes of the configuration zone that differ; the first two and the last byte of a serial number never do. */
    private static final int[] CHANGED = { 2, 3, 8, 9, 10, 11 };
    private static final int WORD = 4;
    private static final int WHOLE_BLOCK = 0x80;
    private static final int WORD_BITS = 7;
    private static final int CRC = 2;

    private OtherSerialNumber() {
    }

    /** The answer, or, if it tells of the serial number, one that tells another. */
    static String in(String request, String answer) {
        Matcher talk = TALK.matcher(request);
        Matcher data = DATA.matcher(answer);
        if (!talk.matches() || !data.matches()) {
            return answer;
        }
        Optional<CommandPacket> command = CommandPacket.parse(HexFormat.of().parseHex(talk.group(1)));
        byte[] response = HexFormat.of().parseHex(data.group(1));
        if (command.flatMap(CommandPacket::opcode).filter(Opcode.READ::equals).isEmpty()
                || (command.get().param1() & 3) != 0 || response.length <= WORD) {
            return answer;
        }
        boolean block = (command.get().param1() & WHOLE_BLOCK) != 0;
        int from = (block ? command.get().param2() & ~WORD_BITS : command.get().param2()) * WORD;
        int content = response.length - 1 - CRC;
        for (int at : CHANGED) {
            if (at >= from && at < from + content) {
                response[1 + at - from] ^= (byte) 0xFF;
            }
        }
        int crc = Crc16.of(Arrays.copyOf(response, response.length - CRC));
        response[response.length - CRC] = (byte) crc;
        response[response.length - 1] = (byte) (crc >> 8);
        return "00(" + HEX.formatHex(response) + ")";
    }
}
