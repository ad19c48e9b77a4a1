package org.trustflex.provisioning.rotation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.trustflex.atecc.host.EccPublicKey;
import org.trustflex.atecc.packet.ElementException;
import org.trustflex.kit.transport.Delivery;
import org.trustflex.provisioning.certificates.BoardOnTheBench;
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

    @Test
    void thePowerIsCutBeforeInAndAfterEachEepromWrite() throws Exception {
        rotate();
        long writes = board.writes();
        int atOnce = 0;
        for (long write = 1; write <= writes; write++) {
            for (BoardOnTheBench.Cut cut : BoardOnTheBench.Cut.values()) {
                for (boolean stays : new boolean[] { false, true }) {
                    putBack();
                    board.cutsPower(write, cut, stays);
                    atOnce += endsRotated("power cut " + cut + " EEPROM write " + write + ", stays off: " + stays) ? 1
                            : 0;
                }
            }
        }
        System.out.println("rotation over the kit, power cut at an EEPROM write: " + 6 * writes
                + " points tried, the same run got through at " + atOnce);
    }

    @Test
    void eachAnswerOfTheKitIsLostDamagedOrLate() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        rotate();
        int answers = board.answers();
        Map<String, BoardOnTheBench.Damage> damages = Map.of("lost", answer -> new Delivery.Lost(), "late",
                Delivery.Late::new, "damaged", answer -> flipped(answer, random));
        int atOnce = 0;
        for (String damage : List.of("lost", "damaged", "late")) {
            for (int answer = 1; answer <= answers; answer++) {
                putBack();
                board.damages(answer, damages.get(damage));
                atOnce += endsRotated("answer " + answer + " " + damage + ", seed " + seed) ? 1 : 0;
            }
        }
        System.out.println("rotation over the kit, answer lost, damaged or late: " + 3 * answers
                + " points tried, the same run got through at " + atOnce);
    }

    /** One bit of one character is another. */
    private static Delivery flipped(String answer, Random random) {
        int at = random.nextInt(answer.length());
        char other = (char) (answer.charAt(at) ^ 1 << random.nextInt(8));
        return new Delivery.Arrives(answer.substring(0, at) + other + answer.substring(at + 1));
    }
}
