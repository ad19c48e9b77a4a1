package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.CommandPacket;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.atecc.packet.GenKeyMode;
import org.trustflex.atecc.packet.NonceMode;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.atecc.packet.StatusCode;
import org.trustflex.simulator.environment.OpenPoint;
import org.trustflex.simulator.environment.SimulatorSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user whose real part answers otherwise says so in board.json, and the simulated part follows. */
class EditedSettingsTest {

    private static final CommandPacket SHA_END = CommandPacket.of(Opcode.SHA, 0x02, 0);
    private static final CommandPacket LOAD = CommandPacket.of(Opcode.NONCE, NonceMode.PASS_THROUGH, 0, new byte[32]);
    private static final CommandPacket DIGEST = CommandPacket.of(Opcode.GEN_KEY, GenKeyMode.PUBLIC_KEY_DIGEST, 14,
            new byte[3]);

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void aBoard() throws Exception {
        Boards.in(home).simulated().create("demo", SimulatedBoardOptions.defaults());
        file = new BoardFolder(home.toAbsolutePath().resolve("boards"), "demo").file();
    }

    private void edit(String right, String other) throws Exception {
        String text = Files.readString(file);
        assertTrue(text.contains(right), text);
        Files.writeString(file, text.replace(right, other));
    }

    private static StatusCode answer(SecureElement element, CommandPacket command) {
        return assertThrows(DeviceRefused.class, () -> element.run(command)).status();
    }

    private SecureElement open() throws Exception {
        return Boards.in(home).simulated().get("demo").element().open();
    }

    @ParameterizedTest
    @EnumSource(OpenPoint.class)
    void everyOpenPointStandsInTheFileWithItsDefaultAndMayBeChanged(OpenPoint point) throws Exception {
        StatusCode other = point.defaultAnswer() == StatusCode.PARSE_ERROR ? StatusCode.EXECUTION_ERROR
                : StatusCode.PARSE_ERROR;
        String member = "\"" + SettingsJson.member(point) + "\": \"";
        edit(member + point.defaultAnswer().hex() + "\"", member + other.hex() + "\"");
        assertEquals(SimulatorSettings.defaults().with(point, other), BoardFile.read(file).settings());
    }

    @Test
    void anEditedAnswerIsTheOneThatComes() throws Exception {
        try (SecureElement element = open()) {
            assertEquals(StatusCode.EXECUTION_ERROR, answer(element, SHA_END));
        }
        edit("\"shaOutOfSequence\": \"0F\"", "\"shaOutOfSequence\": \"03\"");
        try (SecureElement element = open()) {
            assertEquals(StatusCode.PARSE_ERROR, answer(element, SHA_END));
        }
    }

    @Test
    void theFateOfTempKeyIsTheEditedOne() throws Exception {
        edit("\"tempKeyAfterRefusal\": \"cleared\"", "\"tempKeyAfterRefusal\": \"kept\"");
        CommandPacket digestOfAPrivateKey = CommandPacket.of(Opcode.GEN_KEY, GenKeyMode.PUBLIC_KEY_DIGEST, 5,
                new byte[3]);
        try (SecureElement element = open()) {
            element.run(LOAD);
            answer(element, digestOfAPrivateKey);
            element.run(DIGEST);
        }
        edit("\"tempKeyAfterRefusal\": \"kept\"", "\"tempKeyAfterRefusal\": \"cleared\"");
        try (SecureElement element = open()) {
            element.run(LOAD);
            answer(element, digestOfAPrivateKey);
            assertEquals(StatusCode.EXECUTION_ERROR, answer(element, DIGEST));
        }
    }

    @Test
    void whatAPartIsDeliveredWithIsTheEditedContentAfterAReset() throws Exception {
        edit("\"deliveredContent\": \"zeros\"", "\"deliveredContent\": \"invalidated\"");
        Boards.in(home).simulated().reset("demo");
        try (SecureElement element = open()) {
            assertEquals((byte) 0xA0, element.readSlot(14)[0]);
        }
    }
}
