package org.trustflex.cli.provisioning;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.cli.console.RejectedArgument;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs a launch configuration of the IDE. That needs Eclipse, which the start script starts in place of this program; here
 * is what help and completion say about it.
 */
@Command(name = "run")
public final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.launch", descriptionKey = "launch")
    private String file = "";
    @Option(names = { "-b", "--board" }, paramLabel = "BOARD", descriptionKey = "board")
    private Optional<String> board = Optional.empty();

    @Override
    public Integer call() throws RejectedArgument {
        throw new RejectedArgument(Messages.text("run.elsewhere", file,
                board.map(name -> Messages.text("run.board", name)).orElse("")));
    }
}
