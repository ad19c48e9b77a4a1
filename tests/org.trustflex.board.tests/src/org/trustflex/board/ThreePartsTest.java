package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.trustflex.atecc.ElementSource;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;

import com.google.gson.Gson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated board carries the same three secure elements as the real one. */
class ThreePartsTest {

    private record Transcript(String source, List<Pair> pairs) {
    }

    private record Pair(String request, String reply) {
    }

    private static final List<Integer> ADDRESSES = List.of(0xC0, 0x6C, 0x6A);

    @TempDir
    Path home;

    private SimulatedBoards boards;
    private SimulatedBoard board;
    private BoardFolder folder;

    @BeforeEach
    void aBoard() throws Exception {
        boards = Boards.in(home).simulated();
        board = boards.create("demo", SimulatedBoardOptions.defaults());
        folder = new BoardFolder(home.toAbsolutePath().resolve("boards"), "demo");
    }

    private static SecureElement open(Board board, int address) throws Exception {
        ElementSource source = board.elements().stream().filter(element -> element.i2cAddress() == address).findFirst()
                .orElseThrow();
        return source.open();
    }

    @Test
    void theyAreListedInTheOrderOfTheKitProgramAndEachIsItsOwn() throws Exception {
        assertEquals(ADDRESSES, board.description().elements().stream().map(ElementDescription::i2cAddress).toList());
        assertEquals(List.of("ATECC608B", "ATECC608B-TFLXTLS", "ATECC608B-TNGTLS"),
                board.description().elements().stream().map(ElementDescription::part).toList());
        assertEquals(ADDRESSES, board.elements().stream().map(ElementSource::i2cAddress).toList());
        assertEquals(0x6C, board.element().i2cAddress());
        Set<SerialNumber> serialNumbers = new HashSet<>();
        for (String name : List.of("demo", "second")) {
            Board one = name.equals("demo") ? board : boards.create(name, SimulatedBoardOptions.defaults());
            for (ElementDescription element : one.description().elements()) {
                assertTrue(element.simulated(), element.toString());
                assertTrue(serialNumbers.add(element.serialNumber()), element.toString());
                try (SecureElement session = open(one, element.i2cAddress())) {
                    assertEquals(element.serialNumber(), session.serialNumber());
                }
            }
        }
        assertEquals(6, serialNumbers.size());
    }

    @Test
    void theBoardIsFoundByTheSerialNumberOfEach() throws Exception {
        for (ElementDescription element : board.description().elements()) {
            assertEquals("sim:demo", Boards.in(home).select(element.serialNumber().hex()).id());
        }
    }

    @Test
    void theCustomPartIsBlankAndWhatItsOwnerDoesToItStays() throws Exception {
        CommandPacket slot5 = CommandPacket.of(Opcode.WRITE, 0x00, 0x07, new byte[4]);
        try (SecureElement custom = open(board, 0xC0)) {
            assertFalse(custom.configurationZone().configurationLocked());
            custom.run(slot5);
        }
        try (SecureElement custom = open(boards.get("demo"), 0xC0)) {
            assertEquals(0, custom.configurationZone().slotConfig(4).bits());
        }
        try (SecureElement trustFlex = board.element().open()) {
            assertThrows(DeviceRefused.class, () -> trustFlex.run(slot5), "it is locked");
        }
    }

    @Test
    void theTrustAndGoPartIsLockedAndHasAChainOfTheSimulator() throws Exception {
        try (SecureElement element = open(board, 0x6A)) {
            assertTrue(element.configurationZone().configurationLocked() && element.configurationZone().dataLocked());
            assertArrayEquals(SimulatorChain.otpZone(), element.readOtp());
            CertificateSlots slots = CertificateSlots.of(element.readSlot(10), element.readSlot(11),
                    element.readSlot(12));
            CertificateChain chain = SimulatorChain.DEFINITION.rebuild(slots, element.publicKey(0),
                    element.serialNumber(), Optional.empty());
            assertEquals(element.publicKey(0), chain.device().publicKey());
            assertThrows(LinkFailed.class, () -> board.element().open(), "a board is open as a whole");
        }
    }

    @Test
    void aResetReplacesAllThreeAndKeepsTheirSerialNumbers() throws Exception {
        List<ElementDescription> before = board.description().elements();
        Set<String> keys = keys(board);
        boards.reset("demo");
        assertEquals(before, boards.get("demo").description().elements());
        assertTrue(Collections.disjoint(keys, keys(boards.get("demo"))));
    }

    private static Set<String> keys(Board board) throws Exception {
        Set<String> keys = new HashSet<>();
        for (int address : List.of(0x6C, 0x6A)) {
            try (SecureElement element = open(board, address)) {
                keys.add(element.publicKey(0).hex());
            }
        }
        return keys;
    }

    @Test
    void aBoardFromBeforeTheThreeStillOpensAndGetsThemByAReset() throws Exception {
        String text = Files.readString(folder.file());
        Files.writeString(folder.file(), text.replaceAll("(?s)  \"neighbours\": \\{.*?},\\s*", ""));
        assertNotEquals(text, Files.readString(folder.file()));
        Files.delete(folder.eeprom(BoardPart.TRUST_CUSTOM));
        Files.delete(folder.eeprom(BoardPart.TRUST_AND_GO));
        SimulatedBoard old = boards.get("demo");
        assertEquals(List.of(0x6C), old.elements().stream().map(ElementSource::i2cAddress).toList());
        old.element().open().close();
        boards.reset("demo");
        SimulatedBoard renewed = boards.get("demo");
        assertEquals(ADDRESSES, renewed.elements().stream().map(ElementSource::i2cAddress).toList());
        assertEquals(old.description().trustFlex().orElseThrow().serialNumber(),
                renewed.description().trustFlex().orElseThrow().serialNumber());
    }

    @Test
    void aDamagedNeighbourIsNamedAndLeavesTheOthersUsable() throws Exception {
        Path eeprom = folder.eeprom(BoardPart.TRUST_AND_GO);
        Files.write(eeprom, new byte[10]);
        SimulatedBoard two = boards.get("demo");
        assertEquals(List.of(0xC0, 0x6C), two.elements().stream().map(ElementSource::i2cAddress).toList());
        for (ElementSource element : two.elements()) {
            element.open().close();
        }
        assertEquals(1, two.problems().size());
        String problem = two.problems().get(0);
        assertTrue(problem.contains("address 6A") && problem.contains(eeprom.toString()), problem);
        assertEquals(List.of(problem), boards.scan().problems());
        ElementSource knownBefore = board.elements().get(2);
        String refusal = assertThrows(LinkFailed.class, knownBefore::open).getMessage();
        assertTrue(refusal.contains("address 6A") && refusal.contains(eeprom.toString()), refusal);
        boards.reset("demo");
        assertEquals(List.of(), boards.get("demo").problems());
        open(boards.get("demo"), 0x6A).close();
    }

    @Test
    void aNeighbourWithTheMemoryOfAnotherPartIsNamedToo() throws Exception {
        boards.create("second", SimulatedBoardOptions.defaults());
        Files.copy(new BoardFolder(folder.boards(), "second").eeprom(BoardPart.TRUST_CUSTOM),
                folder.eeprom(BoardPart.TRUST_CUSTOM), StandardCopyOption.REPLACE_EXISTING);
        SimulatedBoard two = boards.get("demo");
        assertEquals(List.of(0x6C, 0x6A), two.elements().stream().map(ElementSource::i2cAddress).toList());
        assertTrue(two.problems().get(0).contains("address C0"), two.problems().toString());
        try (PoweredBoard powered = two.power("simulator serve");
                KitServer server = powered.serveKit(0);
                RawClient client = new RawClient(server.port())) {
            assertEquals("ECC608B TWI 00(6C)", client.ask("board:device(00)"));
        }
    }

    @Test
    void theKitProgramAnswersAsTheFactoryProgramDoesWithThreeParts() throws Exception {
        int compared = 0;
        try (PoweredBoard powered = board.power("simulator serve");
                KitServer server = powered.serveKit(0);
                RawClient client = new RawClient(server.port())) {
            for (Pair pair : transcript()) {
                // A remark tells of other parts than those that were delivered.
                if (!pair.request().contains(" [")) {
                    client.ask("E:physical:select(6C)");
                    if (pair.request().startsWith("E:t(")) {
                        client.ask("E:w()");
                    }
                    assertEquals(asOf608B(pair.reply()), client.ask(pair.request()), pair.request());
                    compared++;
                }
            }
        }
        assertEquals(22, compared);
    }

    /** The stub parts of the transcript were revision 02 of the chip, the simulated ones are revision 03. */
    private static String asOf608B(String reply) {
        return reply.replace("ECC608A", "ECC608B").replace("07000060028038", "070000600383BB");
    }

    private static List<Pair> transcript() throws Exception {
        try (InputStream in = ThreePartsTest.class
                .getResourceAsStream("/org/trustflex/board/vectors/kit_factory_transcript.json");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new Gson().fromJson(reader, Transcript.class).pairs();
        }
    }
}
