package org.trustflex.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.certificates.CertificateChain;
import org.trustflex.certificates.compressed.CertificateSlots;
import org.trustflex.certificates.definition.SimulatorChain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user makes, lists, resets and deletes simulated boards. */
class SimulatedBoardsTest {

    @TempDir
    Path home;

    private SimulatedBoards boards() {
        return Boards.in(home).simulated();
    }

    private SimulatedBoard create(String name) throws Exception {
        return boards().create(name, SimulatedBoardOptions.defaults());
    }

    private static EccPublicKey deviceKey(Board board) throws Exception {
        try (SecureElement element = board.element().open()) {
            return element.publicKey(0);
        }
    }

    @Test
    void aNewBoardIsListedWithWhatIsOnIt() throws Exception {
        create("demo");
        Board board = boards().scan().boards().get(0);
        assertEquals("sim:demo", board.id());
        ElementDescription part = board.description().trustFlex().orElseThrow();
        assertEquals("ATECC608B-TFLXTLS", part.part());
        assertEquals(0x6C, part.i2cAddress());
        assertTrue(part.configurationLocked() && part.dataLocked() && part.simulated(), part.toString());
        assertTrue(part.serialNumber().hex().matches("0123F51D[0-9A-F]{8}01"), part.toString());
        assertEquals("kit 2.2.0", board.description().program());
        assertTrue(board.description().holder().isEmpty());
    }

    @Test
    void theWayToItsElementIsTheKitProtocolAndLeadsToAPartAsDelivered() throws Exception {
        SimulatedBoard board = create("demo");
        try (SecureElement element = board.element().open()) {
            assertEquals(board.description().elements().get(0).serialNumber(), element.serialNumber());
            assertEquals(TrustFlexProfile.PROTOTYPE, TrustFlexProfile.of(element.configurationZone()).orElseThrow());
            assertArrayEquals(SimulatorChain.otpZone(), element.readOtp());
            assertFalse(element.readValidity(14));
            CertificateSlots slots = CertificateSlots.of(element.readSlot(10), element.readSlot(11),
                    element.readSlot(12));
            CertificateChain chain = SimulatorChain.DEFINITION.rebuild(slots, element.publicKey(0),
                    element.serialNumber(), Optional.empty());
            assertEquals(element.publicKey(0), chain.device().publicKey());
        }
    }
}
