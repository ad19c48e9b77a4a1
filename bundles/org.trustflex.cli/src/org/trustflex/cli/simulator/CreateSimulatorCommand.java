package org.trustflex.cli.simulator;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.trustflex.atecc.config.SerialNumber;
import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.BoardException;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.cli.console.BoardJson;
import org.trustflex.cli.console.ExitCode;
import org.trustflex.cli.console.JsonOption;
import org.trustflex.cli.console.RejectedArgument;
import org.trustflex.cli.console.Surroundings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a simulated board with a part as delivered. */
@Command(name = "create")
public final class CreateSimulatorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", descriptionKey = "name")
    private String name = "";
    @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "profile")
    private TrustFlexProfile profile = TrustFlexProfile.PROTOTYPE;
    @Option(names = "--serial", paramLabel = "NUMBER", descriptionKey = "serial")
    private Optional<String> serial = Optional.empty();
    @Option(names = "--custom-config", paramLabel = "FILE", descriptionKey = "custom-config")
    private Optional<Path> customConfiguration = Optional.empty();
    @Mixin
    private final JsonOption json = new JsonOption();

    /** The command in these surroundings. */
    public CreateSimulatorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws BoardException, RejectedArgument {
        SimulatedBoardOptions options = SimulatedBoardOptions.defaults().withProfile(profile);
        if (serial.isPresent()) {
            options = options.withSerialNumber(parse(serial.get()));
        }
        if (customConfiguration.isPresent()) {
            options = options.withCustomConfiguration(surroundings.resolve(customConfiguration.get()));
        }
        BoardDescription created = surroundings.boards().simulated().create(name, options).description();
        if (json.wanted()) {
            json.print(surroundings.out(), BoardJson.of(created));
        } else {
            surroundings.out().println(Messages.text("created", created.id(), SimulatorText.part(created)));
        }
        return ExitCode.DONE.code();
    }

    private static SerialNumber parse(String typed) throws RejectedArgument {
        try {
            return SerialNumber.parse(typed);
        } catch (IllegalArgumentException none) {
            throw new RejectedArgument(Messages.text("serial", typed));
        }
    }
}
