package org.trustflex.cli.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.trustflex.atecc.packet.LinkFailed;
import org.trustflex.board.BoardFault;
import org.trustflex.board.FaultKind;
import org.trustflex.board.UnusableBoard;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets something go wrong with a simulated board in its next run. */
@Command(name = "fault")
public final class FaultCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FAULT", descriptionKey = "fault")
    private List<String> faults = new ArrayList<>();

    /** The command in these surroundings. */
    public FaultCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws LinkFailed, RejectedArgument, UnusableBoard {
        List<BoardFault> wanted = new ArrayList<>();
        for (String fault : faults) {
            wanted.add(parse(fault));
        }
        surroundings.boards().simulated().get(name).arm(wanted);
        surroundings.out().println(wanted.isEmpty() ? Messages.text("fault.none", name)
                : Messages.text("fault", name,
                        wanted.stream().map(BoardFault::text).collect(Collectors.joining(", "))));
        return ExitCode.DONE.code();
    }

    private static BoardFault parse(String typed) throws RejectedArgument {
        return BoardFault.parse(typed).orElseThrow(() -> new RejectedArgument(Messages.text("fault.form", typed,
                Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", ")))));
    }
}
