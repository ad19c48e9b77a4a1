package org.trustflex.provisioning.slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.trustflex.atecc.config.ConfigurationZone;
import org.trustflex.atecc.config.SlotLayout;
import org.trustflex.atecc.config.SlotPurpose;
import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.certificates.keys.P256KeyPair;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.OperationCancelled;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.simulator.PartFactory;
import org.trustflex.simulator.eeprom.EepromImage;

class SlotInspectionTest {

    private static final int ROTATING = 14;

    private final SecureRandom random = new SecureRandom();
    private final PartOnTheBench part = PartOnTheBench.delivered();

    private List<SlotReport> inspect() throws Exception {
        return new SlotInspection().inspect(part, new Log());
    }

    private List<String> states() throws Exception {
        return inspect().stream().map(report -> report.state().word()).toList();
    }

    @Test
    void aPartAsDeliveredTellsWhatItsSlotsHold() throws Exception {
        assertEquals(List.of("private-key", "private-key", "private-key", "private-key", "private-key", "secret",
                "secret", "secret", "empty", "secret", "data", "data", "data", "empty", "empty", "empty"), states());
        List<SlotReport> reports = inspect();
        assertEquals(List.of(SlotPurpose.values()), reports.stream().map(SlotReport::purpose).toList());
        assertEquals(SlotLayout.slots().boxed().toList(), reports.stream().map(SlotReport::slot).toList());
        assertEquals(List.of(36, 36, 36, 36, 36, 36, 36, 36, 416, 72, 72, 72, 72, 72, 72, 72),
                reports.stream().map(SlotReport::size).toList());
        assertEquals(part.image().configuration().serialNumber(),
                new SlotInspection().read(part, new Log()).serialNumber());
    }

    @Test
    void aPrivateKeyIsShownByItsPublicHalfOnly() throws Exception {
        SlotReport primary = inspect().get(0);
        EccPublicKey expected = PartFactory.publicKey(part.image(), 0);
        assertEquals(Optional.of(expected), primary.publicKey());
        assertEquals(Optional.of(expected.fingerprint()), primary.fingerprint());
        assertEquals("public " + expected.fingerprint(), primary.summary());
        assertEquals(Optional.empty(), primary.content());
    }

    @Test
    void aSecretIsNeverShown() throws Exception {
        part.change(image -> image.withSlotBytes(6, 0, new byte[32]));
        SlotReport secret = inspect().get(6);
        assertEquals("(not readable)", secret.summary());
        assertEquals(Optional.empty(), secret.content());
        assertEquals(Optional.empty(), secret.publicKey());
    }

    @Test
    void readableContentIsShownInShortAndAsAWhole() throws Exception {
        byte[] data = new byte[416];
        random.nextBytes(data);
        data[0] = 0x12;
        part.change(image -> image.withSlotBytes(8, 0, data));
        SlotReport general = inspect().get(8);
        assertEquals(SlotState.DATA, general.state());
        assertArrayEquals(data, general.content().orElseThrow().bytes());
        assertTrue(general.summary().matches("12(:[0-9a-f]{2}){7}\\.\\.\\. \\(416 bytes\\)"), general.summary());
    }

    @Test
    void theRotatingKeyIsValidOrInvalidatedOrWasNeverWritten() throws Exception {
        EccPublicKey key = P256KeyPair.generate(random).publicKey();
        part.change(image -> image.withSlotBytes(ROTATING, 0, key.stored()).withValidity(ROTATING, true));
        assertEquals(SlotState.VALID, inspect().get(ROTATING).state());
        assertEquals(Optional.of(key), inspect().get(ROTATING).publicKey());
        part.change(image -> image.withValidity(ROTATING, false));
        assertEquals(SlotState.INVALIDATED, inspect().get(ROTATING).state());
        assertEquals(Optional.of(key), inspect().get(ROTATING).publicKey());
    }

    /** Whichever of the three contents a real part is delivered with. */
    @Test
    void aNeverWrittenPublicKeySlotIsEmptyWhateverItsValiditySays() throws Exception {
        for (int pad : new int[] { 0x00, 0xFF, 0xA0, 0x50 }) {
            byte[] content = new byte[72];
            Arrays.fill(content, (byte) (pad == 0xFF ? 0xFF : 0));
            content[0] = (byte) pad;
            part.change(image -> image.withSlotBytes(ROTATING, 0, content));
            SlotReport report = inspect().get(ROTATING);
            assertEquals(SlotState.EMPTY, report.state(), "first byte " + pad);
            assertEquals(Optional.empty(), report.publicKey());
            assertEquals("(empty)", report.summary());
        }
    }

    @Test
    void aLockedSlotSaysSo() throws Exception {
        part.change(image -> image.withConfigurationBytes(ConfigurationZone.SLOT_LOCKED, (byte) 0xFF, (byte) 0xDF));
        assertTrue(inspect().get(13).locked());
        assertTrue(inspect().get(13).policy().inWords().endsWith("locked for ever"));
        assertFalse(inspect().get(14).locked());
    }

    @Test
    void aPrivateKeySlotWithoutAKeyIsEmpty() throws Exception {
        part.change(image -> image.withSlotBytes(2, 0, new byte[36]));
        assertEquals(SlotState.EMPTY, inspect().get(2).state());
    }

    @Test
    void readingChangesNothingOnTheDevice() throws Exception {
        EepromImage before = part.image();
        inspect();
        assertEquals(before, part.image());
    }

    @Test
    void aLostReplyIsReadAgainWhereverItIsLost() throws Exception {
        List<SlotReport> expected = inspect();
        part.restorePower();
        inspect();
        int all = part.commands();
        int opening = 4;
        for (int lost = opening + 1; lost <= all; lost++) {
            int number = lost;
            part.replyIsLost(next -> next == number);
            assertEquals(expected, inspect(), "reply " + lost + " of " + all + " lost");
        }
        part.replyIsLost(next -> true);
        assertThrows(LinkFailed.class, this::inspect);
    }

    @Test
    void aPartThatIsNoTrustFlexPartIsNotGuessedAt() throws Exception {
        part.change(image -> PartFactory.blank(PartOnTheBench.SERIAL_NUMBER));
        NotPossible refused = assertThrows(NotPossible.class, this::inspect);
        assertTrue(refused.getMessage().contains("no TrustFLEX part"), refused.getMessage());
    }

    @Test
    void itStopsBetweenSlots() {
        Log log = new Log(5);
        OperationCancelled stopped = assertThrows(OperationCancelled.class,
                () -> new SlotInspection().inspect(part, log));
        assertTrue(stopped.getMessage().contains("Reading slot 5"), stopped.getMessage());
    }
}
