package org.trustflex.provisioning.slots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.provisioning.NotPossible;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;

/** A developer locks slots, which nobody can undo. */
class SlotLockTest {

    @TempDir
    Path folder;

    private final PartOnTheBench part = PartOnTheBench.delivered();
    private Project project;
    private SerialNumber serialNumber;

    @BeforeEach
    void openProject() throws Exception {
        project = Project.openOrCreate(folder.resolve("P"));
        serialNumber = slots().serialNumber();
    }

    private ElementSlots slots() throws Exception {
        return new SlotInspection().read(part, new Log());
    }

    private SlotLock lock() {
        return new SlotLock(Optional.of(project), Clock.systemUTC());
    }

    private Path record(int slot) {
        return project.resourcesFolder().resolve("slot_locks").resolve(serialNumber.hex())
                .resolve("slot_" + slot + ".json");
    }

    @Test
    void aLockedSlotIsLockedAndTheProjectKeepsARecord() throws Exception {
        assertEquals(Optional.empty(), SlotLock.obstacle(slots().report(13).policy()));
        lock().lock(serialNumber, 13, part, new Log());
        assertTrue(slots().report(13).locked());
        assertFalse(slots().report(15).locked());
        assertEquals(Optional.of("Slot 13 is locked already."), SlotLock.obstacle(slots().report(13).policy()));
        String kept = Files.readString(record(13));
        assertTrue(kept.contains(serialNumber.hex()) && kept.contains("lockedAt"), kept);
    }

    @Test
    void anotherElementOnTheBoardIsNotLocked() throws Exception {
        SerialNumber other = new SerialNumber("0123F51D0000000001");
        NotPossible refused = assertThrows(NotPossible.class, () -> lock().lock(other, 13, part, new Log()));
        assertTrue(refused.getMessage().contains(other.toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains(serialNumber.toString()), refused.getMessage());
        assertFalse(slots().report(13).locked());
        assertFalse(Files.exists(record(13)));
    }

    @Test
    void aSlotThatIsNotLockableSaysSoBeforeTheElementIsAsked() throws Exception {
        NotPossible refused = assertThrows(NotPossible.class,
                () -> lock().lock(serialNumber, 14, part, new Log()));
        assertTrue(refused.getMessage().contains("Lockable bit is 0"), refused.getMessage());
        assertFalse(Files.exists(record(14)));
    }

    @Test
    void aSlotIsLockedOnce() throws Exception {
        lock().lock(serialNumber, 15, part, new Log());
        assertThrows(NotPossible.class, () -> lock().lock(serialNumber, 15, part, new Log()));
    }

    @Test
    void theQuestionSaysWhatBecomesImpossible() throws Exception {
        assertEquals(
                "The private key in slot 2 (Secondary private key 1) stays for ever: no new one can be made there.",
                SlotLock.consequence(slots().report(2)));
        assertTrue(SlotLock.consequence(slots().report(8)).contains("nothing can ever be written"),
                SlotLock.consequence(slots().report(8)));
    }
}
