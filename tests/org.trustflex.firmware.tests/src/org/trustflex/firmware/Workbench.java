package org.trustflex.firmware;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.trustflex.board.Boards;
import org.trustflex.board.SimulatedBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.firmware.build.BuildResult;
import org.trustflex.firmware.build.FirmwareBuild;
import org.trustflex.board.tool.ToolMissing;
import org.trustflex.firmware.build.Toolchain;
import org.trustflex.provisioning.ProgressMonitor;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.resources.ResourceGeneration;
import org.trustflex.provisioning.resources.ResourceOptions;
import org.trustflex.provisioning.rotation.KeyRotation;
import org.trustflex.provisioning.rotation.RotationStep;

/** A developer's desk: a simulated board, a project with resources for its part, and a cross compiler. */
public final class Workbench {

    private final Path folder;
    private final Project project;
    private final FirmwareProject firmware;

    private Workbench(Path folder) throws Exception {
        this.folder = folder;
        boards().simulated().create("demo", SimulatedBoardOptions.defaults());
        project = Project.openOrCreate(folder.resolve("P"));
        firmware = new FirmwareProject(project);
    }

    /** A board and an empty project. */
    public static Workbench bare(Path folder) throws Exception {
        return new Workbench(folder);
    }

    /** A board and a project with resources and firmware. */
    public static Workbench withFirmware(Path folder) throws Exception {
        Workbench bench = new Workbench(folder);
        bench.generateResources();
        bench.firmware.create();
        return bench;
    }

    public Boards boards() {
        return Boards.in(folder.resolve("home"));
    }

    public SimulatedBoard board() throws Exception {
        return boards().simulated().get("demo");
    }

    public Project project() {
        return project;
    }

    public FirmwareProject firmware() {
        return firmware;
    }

    public void generateResources() throws Exception {
        new ResourceGeneration(project, new SecureRandom(), Clock.systemUTC()).run(board().element(),
                ResourceOptions.DEFAULT, new Log());
    }

    public void rotateFromTheHost() throws Exception {
        rotation().rotate(board().element(), new Log());
    }

    public KeyRotation rotation() {
        return new KeyRotation(project, new SecureRandom(), Clock.systemUTC());
    }

    /** Makes a new key that the authority consents to, and leaves the rest to the firmware. */
    public void authorizeNewKey() throws Exception {
        rotation().run(RotationStep.GENERATE, board().element(), new Log());
        rotation().run(RotationStep.AUTHORIZE, board().element(), new Log());
    }

    /** The tools; the test is skipped where they are not installed. */
    public static Toolchain toolchain() {
        try {
            return Toolchain.find(Optional.empty(), System.getenv());
        } catch (ToolMissing missing) {
            return Assumptions.abort(missing.getMessage());
        }
    }

    public BuildResult build(Log log) throws Exception {
        return new FirmwareBuild(firmware, toolchain()).run(log);
    }

    /** Builds what must build. */
    public void build() throws Exception {
        Log log = new Log();
        if (!build(log).succeeded()) {
            throw new IllegalStateException(log.toString());
        }
    }

    /** Keeps what an operation says. */
    public static final class Log implements ProgressMonitor {

        private final List<String> lines = new ArrayList<>();
        private boolean cancelled;

        @Override
        public void begin(String title, int steps) {
            // The lines are enough.
        }

        @Override
        public void step(String title) {
            // The lines are enough.
        }

        @Override
        public void line(String text) {
            lines.add(text);
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        public Log cancel() {
            cancelled = true;
            return this;
        }

        @Override
        public String toString() {
            return String.join("\n", lines);
        }
    }
}
