package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.provisioning.certificates.BoardOnTheBench;
import org.trustflex.provisioning.certificates.KitInterruptions;
import org.trustflex.provisioning.certificates.Log;
import org.trustflex.provisioning.certificates.PartOnTheBench;
import org.trustflex.simulator.eeprom.EepromImage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens at the kit's lines during a rotation, another run leaves a rotated device, and no key is lost. */
class RotationKitInterruptionTest {

    @TempDir
    Path folder;

    private RotationBench bench;
    private EepromImage image;
    private EccPublicKey before;
    private BoardOnTheBench board;

    @BeforeEach
    void rotateOnce() throws Exception {
        bench = RotationBench.withValidKey(folder);
        image = bench.part.image();
        before = bench.keyInSlot();
        board = new BoardOnTheBench(image);
    }

    private void rotate() throws Exception {
        new KeyRotation(bench.project, new SecureRandom(), PartOnTheBench.CLOCK).rotate(board, new Log());
    }

    private void putBack() throws Exception {
        bench.putBack();
        board.putBack(image);
    }

    private boolean endsRotated(String when) throws Exception {
        boolean atOnce = true;
        try {
            rotate();
        } catch (ElementException interrupted) {
            atOnce = false;
            if (!board.image().equals(image)) {
                assertTrue(bench.keysOnDisk().containsAll(Set.of(before, bench.journal().newKey())), when);
            }
            board.powerReturns();
            rotate();
        }
        bench.part.change(changed -> board.image());
        bench.assertRotated(before, when);
        return atOnce;
    }

    private KitInterruptions interruptions() {
        return new KitInterruptions("rotation", board, this::rotate, this::putBack, this::endsRotated);
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
