package org.trustflex.provisioning.resources;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.trustflex.atecc.packet.ElementException;
import org.trustflex.kit.transport.Delivery;
import org.trustflex.provisioning.certificates.BoardOnTheBench;
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

    @Test
    void thePowerIsCutBeforeInAndAfterEachEepromWrite() throws Exception {
        bench.generate(board);
        long writes = board.writes();
        int atOnce = 0;
        for (long write = 1; write <= writes; write++) {
            for (BoardOnTheBench.Cut cut : BoardOnTheBench.Cut.values()) {
                for (boolean stays : new boolean[] { false, true }) {
                    putBack();
                    board.cutsPower(write, cut, stays);
                    atOnce += endsProvisioned("power cut " + cut + " EEPROM write " + write + ", stays off: " + stays)
                            ? 1 : 0;
                }
            }
        }
        System.out.println("resources over the kit, power cut at an EEPROM write: " + 6 * writes
                + " points tried, the same run got through at " + atOnce);
    }

    @Test
    void eachAnswerOfTheKitIsLostDamagedOrLate() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        bench.generate(board);
        int answers = board.answers();
        Map<String, BoardOnTheBench.Damage> damages = Map.of("lost", answer -> new Delivery.Lost(), "late",
                Delivery.Late::new, "damaged", answer -> flipped(answer, random));
        int atOnce = 0;
        for (String damage : List.of("lost", "damaged", "late")) {
            for (int answer = 1; answer <= answers; answer++) {
                putBack();
                board.damages(answer, damages.get(damage));
                atOnce += endsProvisioned("answer " + answer + " " + damage + ", seed " + seed) ? 1 : 0;
            }
        }
        System.out.println("resources over the kit, answer lost, damaged or late: " + 3 * answers
                + " points tried, the same run got through at " + atOnce);
    }

    /** One bit of one character is another. */
    private static Delivery flipped(String answer, Random random) {
        int at = random.nextInt(answer.length());
        char other = (char) (answer.charAt(at) ^ 1 << random.nextInt(8));
        return new Delivery.Arrives(answer.substring(0, at) + other + answer.substring(at + 1));
    }
}
