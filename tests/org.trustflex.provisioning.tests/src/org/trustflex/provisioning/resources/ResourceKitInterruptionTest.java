package org.trustflex.provisioning.resources;

import java.nio.file.Path;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.certificates.BoardOnTheBench;
import org.trustflex.provisioning.certificates.KitInterruptions;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.simulator.eeprom.EepromImage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens at the kit's lines while keys are generated, another run leaves a provisioned device. */
class ResourceKitInterruptionTest {

    @TempDir
    Path folder;

    private final EepromImage delivered = PartOnTheBench.delivered().image();
    private final BoardOnTheBench board = new BoardOnTheBench(delivered);
    private ResourceBench bench;

    @BeforeEach
    void aProject() {
        bench = new ResourceBench(folder);
    }

    private boolean getsThrough() throws Exception {
        try {
            bench.generate(board);
            return true;
        } catch (ElementException interrupted) {
            return false;
        }
    }

    private void putBack() throws Exception {
        bench.deleteProject();
        board.putBack(delivered);
    }

    private boolean endsProvisioned(String when) throws Exception {
        boolean atOnce = getsThrough();
        if (!atOnce) {
            board.powerReturns();
            bench.generate(board);
        }
        bench.assertAllSlotsHoldTheirFilesKeys(board.image(), when);
        return atOnce;
    }

    private KitInterruptions interruptions() {
        return new KitInterruptions("resources", board, () -> bench.generate(board), this::putBack,
                this::endsProvisioned);
    }

    @Test
    void thePowerIsCutBeforeInAndAfterEachEepromWrite() throws Exception {
        interruptions().cutThePowerAtEachWrite();
    }

    @Test
    void eachAnswerOfTheKitIsLostDamagedOrLate() throws Exception {
        interruptions().loseDamageAndDelayEachAnswer();
    }
}
