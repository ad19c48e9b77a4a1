package org.trustflex.board.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.FlashSegment;
import org.trustflex.board.image.IntelHexWriter;
import org.trustflex.board.image.RejectedImage;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.board.mcu.ProgrammingListener.Step;

/**
 * Programs by OpenOCD, with the same commands whatever the debug port is. The user row is left as it is: what an image has
 * for it would need another command, and a wrong one can lock the flash.
 */
public final class OpenOcdProgrammer implements Programmer {

    private static final String STARTED = "** Programming Started **";
    private static final String FINISHED = "** Programming Finished **";
    private static final String VERIFIED = "** Verified OK **";

    private final OpenOcd tool;
    private final String board;
    private final DebugLink.Source links;
    private final Optional<byte[]> factoryProgram;

    /**
     * A programmer.
     *
     * @param board          what the board is called
     * @param links          opens its debug port
     * @param factoryProgram the image of its factory program, if it is known without the user
     */
    public OpenOcdProgrammer(OpenOcd tool, String board, DebugLink.Source links, Optional<byte[]> factoryProgram) {
        this.tool = tool;
        this.board = board;
        this.links = links;
        this.factoryProgram = factoryProgram;
    }

    @Override
    public String description() {
        return tool.name();
    }

    @Override
    public void restoreFactoryProgram(ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        try {
            program(FlashImage.ofProgram("factory program",
                    factoryProgram.orElseThrow(() -> new LinkFailed(Messages.text("factory.missing")))), listener);
        } catch (RejectedImage unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void program(FlashImage image, ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        try {
            Path file = Files.createTempFile("trustflex", ".hex");
            try (DebugLink link = links.open()) {
                Files.writeString(file, IntelHexWriter.write(programOf(image)));
                run(link, file, new Progress(image.size(), listener));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("tool.failed", tool.program(), failed.getMessage()), failed);
        }
    }

    /** The image without the user row. */
    private static FlashImage programOf(FlashImage image) throws ProgrammingFailed {
        int end = image.segments().stream().filter(segment -> segment.address() < FlashImage.FLASH_SIZE)
                .mapToInt(FlashSegment::end).max().orElse(0);
        try {
            return FlashImage.ofProgram(image.name(), Arrays.copyOf(image.flash(), end));
        } catch (RejectedImage empty) {
            throw new ProgrammingFailed(String.valueOf(empty.getMessage()));
        }
    }

    private void run(DebugLink link, Path file, Progress progress) throws IOException, LinkFailed, ProgrammingFailed {
        List<String> work = new ArrayList<>();
        work.add("program {" + file.toString().replace('\\', '/') + "} verify");
        if (link.resetAfterwards()) {
            work.add("reset run");
        }
        try {
            int exit = new ToolProcess(tool.commandLine(link.adapter(), work), file.toAbsolutePath().getParent())
                    .run(progress::line, () -> false);
            if (exit != 0 || !progress.verified) {
                throw progress.failure();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LinkFailed(Messages.text("tool.stopped", tool.name()), interrupted);
        }
    }

    /** What OpenOCD's lines say of how far it is, and why it stopped. */
    private final class Progress {

        private final int size;
        private final ProgrammingListener listener;
        private final List<String> errors = new ArrayList<>();
        private boolean started;
        private boolean verified;

        private Progress(int size, ProgrammingListener listener) {
            this.size = size;
            this.listener = listener;
        }

        private void line(String line) {
            if (line.contains(STARTED)) {
                started = true;
                listener.progressed(Step.ERASE, size, size);
            } else if (line.contains(FINISHED)) {
                listener.progressed(Step.WRITE, size, size);
            } else if (line.contains(VERIFIED)) {
                verified = true;
                listener.progressed(Step.VERIFY, size, size);
            } else if (line.startsWith("Error: ")) {
                errors.add(line.substring("Error: ".length()));
            }
        }

        private ProgrammingFailed failure() throws LinkFailed {
            String said = errors.isEmpty() ? "-" : String.join("; ", errors);
            if (!started) {
                throw new LinkFailed(Messages.text("openocd.unreachable", board, said));
            }
            return new ProgrammingFailed(Messages.text("openocd.rejected", board, said));
        }
    }
}
