package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.board.mcu.ProgrammingListener.Step;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is in the flash afterwards; what is protected stays as it is. */
@Timeout(60)
class ProgrammingTest {

    private static final String FACTORY_FUSES = "ffc7e0d85dfcffff";

    @TempDir
    Path home;

    private Programmer programmer;

    @BeforeEach
    void create() throws Exception {
        programmer = Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults()).programmer();
    }

    private byte[] flash() throws Exception {
        return Files.readAllBytes(home.resolve("boards/demo/flash.bin"));
    }

    private String fuses() throws Exception {
        return HexFormat.of().formatHex(flash(), FlashImage.FLASH_SIZE, FlashImage.FLASH_SIZE + 8);
    }

    private ProgramKind kind() throws Exception {
        return Boards.in(home).simulated().get("demo").flashedProgram().kind();
    }

    private static FlashImage program(int fill) throws Exception {
        byte[] bytes = new byte[1000];
        Arrays.fill(bytes, (byte) fill);
        return FlashImage.ofProgram("fill", bytes);
    }

    private static String record(int type, int offset, byte... data) {
        byte[] bytes = ByteBuffer.allocate(5 + data.length).put((byte) data.length).putShort((short) offset)
                .put((byte) type).put(data).array();
        int sum = 0;
        for (byte each : bytes) {
            sum -= each;
        }
        bytes[bytes.length - 1] = (byte) sum;
        return ":" + HexFormat.of().formatHex(bytes) + "\n";
    }

    /** A program with fuses, as MPLAB X makes them. */
    private FlashImage withFuses(String fuses) throws Exception {
        Path file = Files.writeString(home.resolve("fuses.hex"), record(0, 0, new byte[16])
                + record(4, 0, (byte) 0, (byte) 0x80) + record(0, 0x4000, HexFormat.of().parseHex(fuses))
                + ":00000001FF\n");
        return FlashImage.read(file);
    }

    @Test
    void theImageIsInTheFlashAndNothingElse() throws Exception {
        programmer.program(program(0x11), ProgrammingListener.NONE);
        FlashImage image = program(0x22);
        programmer.program(image, ProgrammingListener.NONE);
        assertArrayEquals(image.flash(), Arrays.copyOf(flash(), FlashImage.FLASH_SIZE));
        assertEquals(FACTORY_FUSES, fuses(), "an image without fuses leaves them");
        assertEquals(ProgramKind.FIRMWARE, kind());
    }

    @Test
    void aFullFlashIsWrittenStepByStep() throws Exception {
        byte[] all = new byte[FlashImage.FLASH_SIZE];
        Map<Step, Integer> done = new EnumMap<>(Step.class);
        programmer.program(FlashImage.ofProgram("all", all), (step, now, total) -> {
            assertEquals(FlashImage.FLASH_SIZE, total);
            assertTrue(now > done.getOrDefault(step, 0), "it only goes forward");
            done.put(step, now);
        });
        assertEquals(Map.of(Step.ERASE, all.length, Step.WRITE, all.length, Step.VERIFY, all.length), done);
        assertArrayEquals(all, Arrays.copyOf(flash(), all.length));
    }

    @Test
    void theFusesOfAnImageAreWritten() throws Exception {
        programmer.program(withFuses("ffc7e0d85dfcffef"), ProgrammingListener.NONE);
        assertEquals("ffc7e0d85dfcffef", fuses());
        programmer.restoreFactoryProgram(ProgrammingListener.NONE);
        assertEquals(FACTORY_FUSES, fuses());
    }

    @Test
    void aLockedRegionKeepsItsProgramUntilTheFactoryProgramIsRestored() throws Exception {
        programmer.program(withFuses("ffc7e0d85dfcfeff"), ProgrammingListener.NONE);
        byte[] before = flash();
        String refused = assertThrows(ProgrammingFailed.class,
                () -> programmer.program(program(0x33), ProgrammingListener.NONE)).getMessage();
        assertTrue(refused.contains("from 00000000 to 00003FFF is locked"), refused);
        assertArrayEquals(before, flash(), "nothing was erased");
        programmer.restoreFactoryProgram(ProgrammingListener.NONE);
        assertEquals(ProgramKind.KIT, kind());
        programmer.program(program(0x33), ProgrammingListener.NONE);
    }

    @Test
    void anotherLockedRegionThanTheProgramsIsNoObstacleWhileItIsEmpty() throws Exception {
        programmer.program(withFuses("ffc7e0d85dfcff7f"), ProgrammingListener.NONE);
        programmer.program(program(0x33), ProgrammingListener.NONE);
        assertEquals(0x33, flash()[0]);
    }

    @Test
    void aProtectedBootLoaderIsNotOverwritten() throws Exception {
        programmer.program(withFuses("f8c7e0d85dfcffff"), ProgrammingListener.NONE);
        byte[] before = flash();
        String refused = assertThrows(ProgrammingFailed.class,
                () -> programmer.program(program(0x33), ProgrammingListener.NONE)).getMessage();
        assertTrue(refused.contains("BOOTPROT"), refused);
        assertArrayEquals(before, flash());
    }

    @Test
    void aBoardWhoseFlashCanNotBeKeptLosesItsPower() throws Exception {
        SimulatedBoard board = Boards.in(home).simulated().get("demo");
        try (PoweredBoard powered = board.power("test")) {
            Files.createDirectories(home.resolve("boards/demo/flash.bin"));
            String lost = assertThrows(LinkFailed.class,
                    () -> powered.mcu().programmer().program(program(0x33), ProgrammingListener.NONE)).getMessage();
            assertTrue(lost.contains("has no power") && lost.contains("flash.bin"), lost);
            assertFalse(powered.powered());
        }
    }

    @Test
    void anImageThatOnlyBeginsAsTheVendorsIsNotTheVendors() throws Exception {
        byte[] bytes = new byte[50_688];
        ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(0x2000_2ED8).putInt(0x80B1);
        programmer.program(FlashImage.ofProgram("similar", bytes), ProgrammingListener.NONE);
        assertEquals(ProgramKind.FIRMWARE, kind());
    }

    @Test
    void whileSomebodyHasTheBoardNobodyPrograms() throws Exception {
        try (PoweredBoard powered = Boards.in(home).simulated().get("demo").power("test")) {
            assertTrue(powered.powered());
            String held = assertThrows(LinkFailed.class,
                    () -> programmer.program(program(0x33), ProgrammingListener.NONE)).getMessage();
            assertTrue(held.contains("in use by"), held);
        }
    }
}
