package org.trustflex.provisioning.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.provisioning.OperationCancelled;

/** A custom certificate chain that is stopped, loses its power or a reply, and is run again. */
class CustomChainInterruptionTest extends CustomChainBench {

    /** Stopped after any number of steps and run again, the chain is complete. */
    @Test
    void itCanBeStoppedBetweenAnyTwoSteps() throws Exception {
        for (int steps = 0; steps < 6; steps++) {
            int after = steps;
            assertThrows(OperationCancelled.class, () -> create(new Log(after)), steps + " steps");
        }
        create(new Log());
        complete();
    }

    /** The power fails before each command in turn, and comes back for the next run. */
    @Test
    void afterAPowerCutAtAnyCommandTheNextRunCompletesTheChain() throws Exception {
        int commands = commandsOfOneRun();
        for (int cut = 1; cut <= commands; cut++) {
            startAnew();
            part.powerFailsBefore(cut);
            assertThrows(LinkFailed.class, () -> create(new Log()), "cut before " + cut);
            part.restorePower();
            create(new Log());
            complete();
        }
        System.out.println("power cut before each of " + commands + " commands");
    }

    /** Each reply is lost in turn, after the command was executed; the run itself copes. */
    @Test
    void aLostReplyAtAnyCommandIsFollowedUpInTheSameRun() throws Exception {
        int commands = commandsOfOneRun();
        for (int lost = 1; lost <= commands; lost++) {
            startAnew();
            int number = lost;
            part.replyIsLost(next -> next == number);
            try {
                create(new Log());
            } catch (LinkFailed whileOpening) {
                // The configuration zone is read when a session is opened; that failure the user sees at once.
                assertEquals("The reply was lost.", whileOpening.getMessage());
                part.restorePower();
                create(new Log());
            }
            complete();
        }
    }

    /** The power fails twice in a row, the second time in the run that was to complete the first. */
    @Test
    void twoPowerCutsInARowLoseNothing() throws Exception {
        int commands = commandsOfOneRun();
        for (int cut = 20; cut <= commands; cut += 3) {
            startAnew();
            for (int again = cut; again >= cut - 5; again -= 5) {
                part.powerFailsBefore(again);
                try {
                    // The second run has less to write, so that it may end before the power does.
                    create(new Log());
                } catch (LinkFailed powerFailed) {
                    assertEquals("Nobody answers.", powerFailed.getMessage());
                }
                part.restorePower();
            }
            create(new Log());
            complete();
        }
    }

    private void complete() throws Exception {
        DeviceChain chain = read();
        assertTrue(chain.report().holds(), chain.report().checks().toString());
        assertEquals("test", chain.report().chain().root().organization());
        assertEquals(delivered,
                new SlotBackup(project, PartOnTheBench.SERIAL_NUMBER).original().orElseThrow().slots(), "backup");
        try (Stream<Path> backups = Files.list(file("certificate_backup").resolve(SN))) {
            assertEquals(0, backups.filter(path -> path.getFileName().toString().startsWith("found-")).count(),
                    "a half-written chain is not taken for somebody's");
        }
    }

    private int commandsOfOneRun() throws Exception {
        part.replyIsLost(number -> false);
        create(new Log());
        return part.commands();
    }
}
