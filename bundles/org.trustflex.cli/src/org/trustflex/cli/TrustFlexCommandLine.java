package org.trustflex.cli;

import java.time.Duration;
import java.util.ResourceBundle;

import org.trustflex.atecc.config.TrustFlexProfile;
import org.trustflex.board.mcu.Speed;
import org.trustflex.cli.certificates.CertificatesCommand;
import org.trustflex.cli.certificates.ChainType;
import org.trustflex.cli.certificates.CreateCertificatesCommand;
import org.trustflex.cli.certificates.RestoreCertificatesCommand;
import org.trustflex.cli.certificates.ShowCertificatesCommand;
import org.trustflex.cli.certificates.VerifyCertificatesCommand;
import org.trustflex.cli.console.DeviceTime;
import org.trustflex.cli.console.Surroundings;
import org.trustflex.cli.console.Words;
import org.trustflex.cli.device.BoardsCommand;
import org.trustflex.cli.device.SlotsCommand;
import org.trustflex.cli.device.TraceCommand;
import org.trustflex.cli.firmware.BuildFirmwareCommand;
import org.trustflex.cli.firmware.CreateFirmwareCommand;
import org.trustflex.cli.firmware.ConsoleCommand;
import org.trustflex.cli.firmware.FactoryResetCommand;
import org.trustflex.cli.firmware.FirmwareCommand;
import org.trustflex.cli.firmware.FlashFirmwareCommand;
import org.trustflex.cli.firmware.Way;
import org.trustflex.cli.manifest.AppendManifestCommand;
import org.trustflex.cli.manifest.CreateManifestCommand;
import org.trustflex.cli.manifest.ManifestCommand;
import org.trustflex.cli.manifest.ShowManifestCommand;
import org.trustflex.cli.manifest.VerifyManifestCommand;
import org.trustflex.cli.provisioning.ResourcesCommand;
import org.trustflex.cli.provisioning.RotateCommand;
import org.trustflex.cli.provisioning.RunCommand;
import org.trustflex.cli.simulator.CreateSimulatorCommand;
import org.trustflex.cli.simulator.DeleteSimulatorCommand;
import org.trustflex.cli.simulator.FaultCommand;
import org.trustflex.cli.simulator.ListSimulatorsCommand;
import org.trustflex.cli.simulator.LoadCommand;
import org.trustflex.cli.simulator.PowerCutCommand;
import org.trustflex.cli.simulator.ResetSimulatorCommand;
import org.trustflex.cli.simulator.RestoreSimulatorCommand;
import org.trustflex.cli.simulator.RunSimulatorCommand;
import org.trustflex.cli.simulator.ServeCommand;
import org.trustflex.cli.simulator.SimulatorCommand;
import org.trustflex.cli.simulator.SnapshotCommand;
import org.trustflex.provisioning.rotation.RotationStep;

import picocli.CommandLine;

/** All commands in their surroundings. It never ends the process, so that it can be run again and again in one. */
public final class TrustFlexCommandLine {

    private final Surroundings surroundings;
    private final TrustFlexCommand root = new TrustFlexCommand();

    /** The commands in these surroundings. */
    public TrustFlexCommandLine(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs one command line.
     *
     * @return the exit code
     */
    public int run(String... args) {
        CommandLine commandLine = commandLine();
        int code = commandLine.execute(args);
        surroundings.out().flush();
        surroundings.err().flush();
        return code;
    }

    /** The parser with all commands; of one run alone, since it remembers what it parsed. */
    CommandLine commandLine() {
        CommandLine commands = new CommandLine(root)
                .addSubcommand(simulator())
                .addSubcommand(new BoardsCommand(surroundings))
                .addSubcommand(new ResourcesCommand(surroundings))
                .addSubcommand(certificates())
                .addSubcommand(manifest())
                .addSubcommand(new RotateCommand(surroundings))
                .addSubcommand(firmware())
                .addSubcommand(new ConsoleCommand(surroundings))
                .addSubcommand(new FactoryResetCommand(surroundings))
                .addSubcommand(new RunCommand())
                .addSubcommand(new SlotsCommand(surroundings))
                .addSubcommand(new TraceCommand(surroundings))
                .addSubcommand(new CompletionCommand(surroundings));
        FailureReport report = new FailureReport(surroundings, root::debug);
        return commands.setResourceBundle(ResourceBundle.getBundle("org.trustflex.cli.help"))
                .registerConverter(RotationStep.class, new Words<>(RotationStep.class))
                .registerConverter(Way.class, new Words<>(Way.class))
                .registerConverter(ChainType.class, new Words<>(ChainType.class))
                .registerConverter(Speed.class, new Words<>(Speed.class))
                .registerConverter(Duration.class, new DeviceTime())
                .registerConverter(TrustFlexProfile.class, new Words<>(TrustFlexProfile.class))
                .setOut(surroundings.out()).setErr(surroundings.err())
                .setExecutionExceptionHandler(report).setParameterExceptionHandler(report);
    }

    private CommandLine simulator() {
        return new CommandLine(new SimulatorCommand())
                .addSubcommand(new CreateSimulatorCommand(surroundings))
                .addSubcommand(new ListSimulatorsCommand(surroundings))
                .addSubcommand(new DeleteSimulatorCommand(surroundings))
                .addSubcommand(new ResetSimulatorCommand(surroundings))
                .addSubcommand(new SnapshotCommand(surroundings))
                .addSubcommand(new RestoreSimulatorCommand(surroundings))
                .addSubcommand(new PowerCutCommand(surroundings))
                .addSubcommand(new FaultCommand(surroundings))
                .addSubcommand(new LoadCommand(surroundings))
                .addSubcommand(new RunSimulatorCommand(surroundings))
                .addSubcommand(new ServeCommand(surroundings));
    }

    private CommandLine certificates() {
        return new CommandLine(new CertificatesCommand())
                .addSubcommand(new CreateCertificatesCommand(surroundings))
                .addSubcommand(new ShowCertificatesCommand(surroundings))
                .addSubcommand(new VerifyCertificatesCommand(surroundings))
                .addSubcommand(new RestoreCertificatesCommand(surroundings));
    }

    private CommandLine firmware() {
        return new CommandLine(new FirmwareCommand())
                .addSubcommand(new CreateFirmwareCommand(surroundings))
                .addSubcommand(new BuildFirmwareCommand(surroundings))
                .addSubcommand(new FlashFirmwareCommand(surroundings));
    }

    private CommandLine manifest() {
        return new CommandLine(new ManifestCommand())
                .addSubcommand(new CreateManifestCommand(surroundings))
                .addSubcommand(new AppendManifestCommand(surroundings))
                .addSubcommand(new VerifyManifestCommand(surroundings))
                .addSubcommand(new ShowManifestCommand(surroundings));
    }
}
