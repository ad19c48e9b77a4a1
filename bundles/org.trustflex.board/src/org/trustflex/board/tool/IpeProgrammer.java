package org.trustflex.board.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.image.FlashImage;
import org.trustflex.board.image.IntelHexWriter;
import org.trustflex.board.mcu.Programmer;
import org.trustflex.board.mcu.ProgrammingFailed;
import org.trustflex.board.mcu.ProgrammingListener;
import org.trustflex.board.mcu.ProgrammingListener.Step;

/** Programs by MPLAB IPE, which erases, writes and verifies in one go and knows the user row. */
public final class IpeProgrammer implements Programmer {

    private static final String DONE = "Programming complete";
    private static final String ALSO_DONE = "Program Succeeded";
    private static final int TOLD_LINES = 6;

    private final MplabIpe tool;
    private final String board;

    /** @param board what the board is called */
    public IpeProgrammer(MplabIpe tool, String board) {
        this.tool = tool;
        this.board = board;
    }

    @Override
    public String description() {
        return tool.name();
    }

    @Override
    public void restoreFactoryProgram(ProgrammingListener listener) throws LinkFailed {
        throw new LinkFailed(Messages.text("factory.missing"));
    }

    @Override
    public void program(FlashImage image, ProgrammingListener listener) throws LinkFailed, ProgrammingFailed {
        try {
            // It writes its logs to where it runs.
            Path folder = Files.createTempDirectory("trustflex");
            try {
                run(folder, Files.writeString(folder.resolve("program.hex"), IntelHexWriter.write(image)));
                listener.progressed(Step.VERIFY, image.size(), image.size());
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new LinkFailed(Messages.text("tool.failed", tool.program(), failed.getMessage()), failed);
        }
    }

    private void run(Path folder, Path file) throws IOException, LinkFailed, ProgrammingFailed {
        Deque<String> last = new ArrayDeque<>();
        boolean[] done = new boolean[1];
        try {
            int exit = new ToolProcess(tool.commandLine(file), folder).run(line -> {
                done[0] |= line.contains(DONE) || line.contains(ALSO_DONE);
                remember(last, line);
            }, () -> false);
            if (exit != 0 || !done[0]) {
                throw new ProgrammingFailed(Messages.text("ipe.rejected", board, String.join(" ", last)));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LinkFailed(Messages.text("tool.stopped", tool.name()), interrupted);
        }
    }

    private static void remember(Deque<String> last, String line) {
        if (!line.isBlank()) {
            last.add(line.strip());
        }
        if (last.size() > TOLD_LINES) {
            last.remove();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
