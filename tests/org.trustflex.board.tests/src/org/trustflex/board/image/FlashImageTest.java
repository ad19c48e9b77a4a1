package org.trustflex.board.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.trustflex.tests.support.CrossCompiler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user gives the file of his linker; what is wrong with it is one sentence that says where. */
class FlashImageTest {

    private static final String END = ":00000001FF\n";

    @TempDir
    Path folder;

    private FlashImage read(byte[] content) throws Exception {
        return FlashImage.read(Files.write(folder.resolve("user.hex"), content));
    }

    private FlashImage read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String refusal(byte[] content) {
        String message = assertThrows(RejectedImage.class, () -> read(content)).getMessage();
        assertTrue(message.contains("user.hex"), message);
        return message;
    }

    private String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A record with its length and checksum. */
    private static String record(int type, int offset, byte... data) {
        byte[] bytes = ByteBuffer.allocate(5 + data.length).put((byte) data.length).putShort((short) offset)
                .put((byte) type).put(data).array();
        int sum = 0;
        for (byte each : bytes) {
            sum -= each;
        }
        bytes[bytes.length - 1] = (byte) sum;
        return ":" + HexFormat.of().withUpperCase().formatHex(bytes) + "\n";
    }

    @Test
    void whatObjcopyMakesOfAProgramIsReadAsItsOwnBinary() throws Exception {
        Path elf = CrossCompiler.compile(folder, "element.c");
        byte[] expected = Files.readAllBytes(CrossCompiler.convert(elf, "binary"));
        FlashImage fromElf = FlashImage.read(elf);
        FlashImage fromHex = FlashImage.read(CrossCompiler.convert(elf, "ihex"));
        assertArrayEquals(expected, Arrays.copyOf(fromElf.flash(), expected.length));
        assertArrayEquals(fromElf.flash(), fromHex.flash());
        assertEquals("element.elf", fromElf.name());
        assertEquals(expected.length, fromHex.size());
        FlashImage stripped = FlashImage.read(CrossCompiler.convert(elf, "elf32-littlearm", "--strip-all"));
        assertArrayEquals(fromElf.flash(), stripped.flash());
    }

    @Test
    void aProgramThatIsMovedByTheLinkerOrByObjcopyIsWhereItBelongs() throws Exception {
        Path elf = CrossCompiler.compile(folder, "element.c");
        Path moved = CrossCompiler.convert(elf, "ihex", "--change-addresses", "0x12000");
        assertEquals(0x1_2000, FlashImage.read(moved).segments().get(0).address());
        Path behind = CrossCompiler.convert(elf, "elf32-littlearm", "--change-addresses", "0x2000");
        assertEquals(0x2000, FlashImage.read(behind).segments().get(0).address());
    }

    @Test
    void anyImageThatObjcopyPutsIntoHexComesOutAsItWas() throws Exception {
        CrossCompiler.compile(folder, "element.c");
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            byte[] content = new byte[1 + random.nextInt(100_000)];
            random.nextBytes(content);
            Path binary = Files.write(folder.resolve("random.bin"), content);
            Path hex = folder.resolve("random.hex");
            CrossCompiler.run(List.of("arm-none-eabi-objcopy", "-I", "binary", "-O", "ihex", "--change-addresses",
                    String.valueOf(random.nextInt(0x1_0000)), binary.toString(), hex.toString()));
            FlashImage image = FlashImage.read(hex);
            assertEquals(1, image.segments().size(), "seed " + seed);
            assertArrayEquals(content, image.segments().get(0).bytes(), "seed " + seed);
        }
    }

    @Test
    void theUserRowOfAnMplabImageIsTaken() throws Exception {
        FlashImage image = read(record(0, 0, (byte) 1) + record(4, 0, (byte) 0, (byte) 0x80)
                + record(0, 0x4000, new byte[8]) + END);
        assertEquals(List.of(0, FlashImage.USER_ROW), image.segments().stream().map(FlashSegment::address).toList());
    }

    @Test
    void addressesBySegmentAndStartAddressesAreUnderstood() throws Exception {
        String text = record(2, 0, (byte) 0x10, (byte) 0) + record(0, 0x0010, (byte) 7)
                + record(3, 0, new byte[4]) + record(5, 0, new byte[4]) + END.strip();
        FlashImage image = read(text.replace("\n", "\r\n"));
        assertEquals(0x1_0010, image.segments().get(0).address());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            :0100000001FD             | line 1: the checksum is FD, but should be FE
            :0200000001FE             | line 1: the record says that it has 2 bytes of data, but has 1
            :01000000                 | line 1: that is no Intel HEX record
            :01000006010F8            | line 1: that is no Intel HEX record
            :01000006GGF8             | line 1: that is no Intel HEX record
            :0100000601F8             | line 1: there is no record type 06
            :0100000401FA             | line 1: a record of this type has 2 bytes of data, not 1
            :02FFFF000102FD           | line 1: the record runs over the end of its 64 KiB
            """)
    void aDamagedRecordIsNamed(String record, String expected) throws Exception {
        assertEquals(1, read(":0100000001FE\n" + END).size(), "a sound one");
        String message = refusal(record + "\n" + END);
        assertTrue(message.contains(expected), message);
    }

    @Test
    void overlappingRecordsAreRefusedButNeighboursAreNot() throws Exception {
        String first = record(0, 0x100, new byte[16]);
        assertEquals(32, read(first + record(0, 0x110, new byte[16]) + END).size());
        String message = refusal(first + record(0, 0x10F, new byte[16]) + END);
        assertTrue(message.contains("line 2: the address 0000010F is there already, from line 1"), message);
        assertTrue(refusal(first + record(0, 0xF8, new byte[9]) + END).contains("address 00000100"));
        assertTrue(refusal(first + first + END).contains("is there already"));
    }

    @Test
    void theLastByteOfTheFlashIsInAndTheNextIsOut() throws Exception {
        String page = record(4, 0, (byte) 0, (byte) 3);
        assertEquals(1, read(page + record(0, 0xFFFF, (byte) 1) + END).size());
        String outside = refusal(record(4, 0, (byte) 0, (byte) 4) + record(0, 0, (byte) 1) + END);
        assertTrue(outside.contains("line 2: the addresses 00040000 to 00040000"), outside);
        assertTrue(refusal(record(4, 0, (byte) 0x20, (byte) 0) + record(0, 0, (byte) 1) + END).contains("20000000"));
        assertTrue(refusal(record(4, 0, (byte) 0xFF, (byte) 0xFF) + record(0, 0, (byte) 1) + END)
                .contains("FFFF0000"));
    }

    @Test
    void aFileThatIsNotCompleteOrIsTwoFilesIsRefused() {
        String data = record(0, 0, new byte[16]);
        assertTrue(refusal(data).contains("end record is missing"));
        assertTrue(refusal(data + END.substring(0, 6)).contains("line 2"));
        assertTrue(refusal(data + END + data).contains("line 3: something follows the end record"));
        assertTrue(refusal(END).contains("holds nothing"));
        assertTrue(refusal("").contains("neither an Intel HEX nor an ELF"));
        assertTrue(refusal("MZ\0").contains("neither an Intel HEX nor an ELF"));
        assertTrue(refusal(data + "\n" + END).contains("line 2: that is no Intel HEX record"));
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        String message = assertThrows(RejectedImage.class, () -> FlashImage.read(folder.resolve("none.hex")))
                .getMessage();
        assertTrue(message.contains("none.hex can't be read (NoSuchFileException"), message);
    }

    private byte[] elf() throws Exception {
        return Files.readAllBytes(CrossCompiler.compile(folder, "element.c"));
    }

    private static byte[] with(byte[] elf, int offset, int value) {
        byte[] changed = elf.clone();
        changed[offset] = (byte) value;
        return changed;
    }

    @Test
    void anElfFileOfAnotherMachineOrKindIsRefused() throws Exception {
        byte[] elf = elf();
        assertTrue(refusal(with(elf, 4, 2)).contains("32-bit little-endian"));
        assertTrue(refusal(with(elf, 5, 2)).contains("32-bit little-endian"));
        assertTrue(refusal(with(elf, 18, 3)).contains("for the machine 3, not for ARM"));
        assertTrue(refusal(with(elf, 16, 1)).contains("no linked program"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 4, 51, 52, 200, -1 })
    void anElfFileThatIsCutOffIsRefused(int length) throws Exception {
        byte[] elf = elf();
        String message = refusal(Arrays.copyOf(elf, length < 0 ? elf.length + length : length));
        assertTrue(message.contains("not complete"), message);
    }

    @Test
    void anElfFileThatIsLoadedIntoRamIsRefused() throws Exception {
        byte[] elf = elf();
        ByteBuffer buffer = ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN);
        int segment = buffer.getInt(28);
        buffer.putInt(segment + 12, 0x2000_0000);
        String message = refusal(elf);
        assertTrue(message.contains("the addresses 20000000 to"), message);
    }

    @Test
    void anElfFileWithoutSectionsIsLoadedByItsSegments() throws Exception {
        byte[] elf = elf();
        FlashImage whole = read(elf);
        ByteBuffer.wrap(elf).order(ByteOrder.LITTLE_ENDIAN).putInt(32, 0).putShort(48, (short) 0);
        FlashImage bySegments = read(elf);
        assertArrayEquals(whole.flash(), bySegments.flash());
    }

    @Test
    void damagedFilesNeverEndInAnythingButARefusal() throws Exception {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        byte[] elf = elf();
        byte[] hex = Files.readAllBytes(CrossCompiler.convert(folder.resolve("element.elf"), "ihex"));
        for (int round = 0; round < 4000; round++) {
            byte[] sound = round % 2 == 0 ? elf : hex;
            byte[] damaged = Arrays.copyOf(sound, random.nextInt(8) == 0 ? random.nextInt(sound.length) : sound.length);
            for (int count = random.nextInt(4); count >= 0 && damaged.length > 0; count--) {
                // Headers are at the beginning.
                int reach = random.nextBoolean() ? Math.min(damaged.length, 200) : damaged.length;
                damaged[random.nextInt(reach)] = (byte) random.nextInt();
            }
            try {
                read(damaged);
            } catch (RejectedImage refused) {
                assertTrue(refused.getMessage().contains("user.hex"), "seed " + seed);
            } catch (RuntimeException | OutOfMemoryError broken) {
                throw new AssertionError("seed " + seed + ", round " + round, broken);
            }
        }
    }
}
