package org.trustflex.atecc.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTest {

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @ParameterizedTest
    @CsvSource({ "INFO, 0, 0, 0730000000035d", "READ, 128, 0, 070280000009ad" })
    void aCommandIsEncodedAsTheVendorsLibrarySendsIt(Opcode opcode, int param1, int param2, String packet) {
        assertArrayEquals(hex(packet), CommandPacket.of(opcode, param1, param2).encode());
    }

    @Test
    void aCommandReadsBackAsItWasWritten() {
        CommandPacket sent = CommandPacket.of(Opcode.WRITE, 0x82, 0x0170, new byte[32]);
        CommandPacket received = CommandPacket.parse(sent.encode()).orElseThrow();
        assertEquals(Opcode.WRITE, received.opcode().orElseThrow());
        assertEquals(0x82, received.param1());
        assertEquals(0x0170, received.param2());
        assertArrayEquals(new byte[32], received.data());
    }

    @Test
    void bytesBeyondTheCountAreIgnoredAsByTheDevice() {
        byte[] longer = Arrays.copyOf(hex("0730000000035d"), 20);
        assertEquals(Opcode.INFO, CommandPacket.parse(longer).orElseThrow().opcode().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "07", "0730000000035e", "0830000000035d", "0630000000035d", "ff30000000035d" })
    void aDamagedCommandIsNone(String packet) {
        assertTrue(CommandPacket.parse(hex(packet)).isEmpty());
    }

    @Test
    void aCommandOfMoreThan155BytesCannotBeMade() {
        assertEquals(155, CommandPacket.of(Opcode.WRITE, 0, 0, new byte[148]).encode().length);
        assertThrows(IllegalArgumentException.class, () -> CommandPacket.of(Opcode.WRITE, 0, 0, new byte[149]));
    }

    @ParameterizedTest
    @CsvSource({ "04113343, 17", "04000340, 0", "040f2342, 15", "04ff0142, 255" })
    void aStatusIsReadFromTheFourBytesThatEveryDataSheetPrints(String packet, int status) throws MalformedReply {
        ResponsePacket reply = ResponsePacket.parse(hex(packet));
        assertTrue(reply.isStatus());
        assertEquals(status, reply.statusByte());
        assertArrayEquals(hex(packet), reply.encode());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0411", "05113343", "04113344", "0411334300", "03113343" })
    void aReplyWithAWrongCountOrChecksumIsNonsense(String packet) {
        assertThrows(MalformedReply.class, () -> ResponsePacket.parse(hex(packet)));
    }

    @Test
    void aDataAddressHasBlockSlotAndWord() {
        assertEquals(0x0170, ZoneAddress.ofSlot(14, 1).encode(Zone.DATA));
        assertEquals(new ZoneAddress(14, 1, 0), ZoneAddress.decode(Zone.DATA, 0x0170));
        assertEquals(0x15, new ZoneAddress(0, 2, 5).encode(Zone.CONFIGURATION));
        assertEquals(new ZoneAddress(0, 2, 5), ZoneAddress.decode(Zone.CONFIGURATION, 0x15));
    }
}
