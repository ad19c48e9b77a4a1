package org.trustflex.launching.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.board.mcu.ProgramKind;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.Workbench;
import org.trustflex.launching.configuration.DefaultConfigurations;
import org.trustflex.launching.configuration.FirmwareAttributes;
import org.trustflex.launching.configuration.LaunchAttributes;
import org.trustflex.launching.configuration.RotationAttributes;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.operation.OperationProcess;
import org.trustflex.launching.operation.OperationResult;
import org.trustflex.launching.tools.Tool;
import org.trustflex.launching.tools.ToolLocation;
import org.trustflex.launching.tools.ToolLocations;
import org.trustflex.provisioning.Project;
import org.trustflex.provisioning.rotation.RotationStep;

/** A launch builds and flashes the firmware, and ends as the firmware says that it went. */
class FirmwareLaunchTest {

    private static final FlashRequest REQUEST = new FlashRequest(Optional.empty(), FlashVia.DIRECT,
            Duration.ofSeconds(10), false, false);

    @RegisterExtension
    private final Workbench bench = new Workbench();

    @BeforeEach
    void createFirmware() throws Exception {
        FirmwareCreation.create(bench.project(), new NullProgressMonitor());
    }

    private OperationProcess launch(ILaunchConfigurationWorkingCopy copy) throws Exception {
        ILaunch launch = copy.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor());
        Job.getJobManager().join(TrustFlexJobs.OPERATION, new NullProgressMonitor());
        Job.getJobManager().join(TrustFlexJobs.REFRESH, new NullProgressMonitor());
        return (OperationProcess) launch.getProcesses()[0];
    }

    private OperationProcess flash(FlashRequest request) throws Exception {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(bench.project(),
                LaunchAttributes.FIRMWARE_TYPE);
        FirmwareAttributes.write(request, copy);
        return launch(copy);
    }

    private OperationProcess rotation(List<RotationStep> steps) throws Exception {
        ILaunchConfigurationWorkingCopy copy = DefaultConfigurations.create(bench.project(),
                LaunchAttributes.ROTATION_TYPE);
        RotationAttributes.write(steps, copy);
        return launch(copy);
    }

    private static ExitCode exitCode(OperationProcess process) {
        OperationResult result = process.result();
        return result == null ? ExitCode.FAILED : result.exitCode();
    }

    private static String printed(OperationProcess process) {
        return process.getOutputStreamMonitor().getContents() + process.getErrorStreamMonitor().getContents();
    }

    private static ProgramKind program() throws Exception {
        return WorkspaceBoards.boards().select("sim:demo").flashedProgram().kind();
    }

    @Test
    void theFirmwareSaysThatItWorksAndTheBoardIsFreeAgain() throws Exception {
        bench.resources();
        OperationProcess process = flash(REQUEST);
        assertEquals(ExitCode.DONE, exitCode(process), printed(process));
        assertTrue(printed(process).contains("Execution completed with status 00"), printed(process));
        assertTrue(printed(process).contains("The kit program on sim:demo will be gone"), printed(process));
        assertEquals(ProgramKind.FIRMWARE, program());
        assertFalse(RunningMcus.shared().isRunning("sim:demo"));
    }

    @Test
    void openOcdFlashesItAsWell() throws Exception {
        bench.resources();
        Assumptions.assumeTrue(
                ToolLocations.ofThisMachine().of(Tool.OPENOCD) instanceof ToolLocation.Found, "OpenOCD");
        OperationProcess process = flash(
                new FlashRequest(Optional.empty(), FlashVia.OPENOCD, Duration.ofSeconds(10), false, false));
        assertEquals(ExitCode.DONE, exitCode(process), printed(process));
        assertTrue(printed(process).contains("Execution completed with status 00"), printed(process));
    }

    @Test
    void aFirmwareThatReportsAFailureEndsTheLaunchWithThree() throws Exception {
        bench.resources();
        Path device = new Project(bench.project().folder()).resourcesFolder().resolve("public_key_rotation_device.h");
        String text = Files.readString(device);
        int digit = text.indexOf("0x01, 0x23") + "0x01, 0x23".length();
        assertTrue(digit > 20, text);
        // The data is for a part that is not on the board.
        Files.writeString(device, text.substring(0, digit) + text.substring(digit).replaceFirst("0x..", "0xEE"));
        OperationProcess process = flash(REQUEST);
        assertEquals(ExitCode.REFUSED, exitCode(process), printed(process));
        assertTrue(printed(process).contains("Execution completed with status E4"), printed(process));
    }

    @Test
    void inAGroupTheHostClosesTheRotationThatTheFirmwareDid() throws Exception {
        bench.resources();
        assertEquals(ExitCode.DONE, exitCode(rotation(List.of(RotationStep.GENERATE, RotationStep.AUTHORIZE))));
        OperationProcess process = flash(
                new FlashRequest(Optional.empty(), FlashVia.DIRECT, Duration.ofSeconds(10), true, false));
        assertEquals(ExitCode.DONE, exitCode(process), printed(process));
        assertEquals(ProgramKind.KIT, program());
        OperationProcess host = rotation(List.of());
        assertEquals(ExitCode.DONE, exitCode(host), printed(host));
        assertFalse(Files.exists(
                new Project(bench.project().folder()).rotationFolder().resolve("pending/slot_14_ecc_key_pair.pem")));
    }

    @Test
    void anImageThatIsNoneIsRefusedBeforeAnythingIsErased() throws Exception {
        Files.writeString(bench.project().folder().resolve("firmware/notes.hex"), "no image");
        bench.project().project().refreshLocal(2, null);
        OperationProcess process = flash(new FlashRequest(Optional.of("firmware/notes.hex"), FlashVia.DIRECT,
                Duration.ofSeconds(10), false, false));
        assertEquals(ExitCode.BAD_FILE, exitCode(process), printed(process));
        assertEquals(ProgramKind.KIT, program());
    }

    @Test
    void aFirmwareThatDoesNotCompileIsNotFlashed() throws Exception {
        bench.resources();
        Path main = bench.project().folder().resolve("firmware/src/main.c");
        Files.writeString(main, Files.readString(main) + "\nint broken = ;\n");
        OperationProcess process = flash(REQUEST);
        assertEquals(ExitCode.BAD_FILE, exitCode(process), printed(process));
        assertTrue(printed(process).contains("Nothing was programmed"), printed(process));
        assertEquals(ProgramKind.KIT, program());
    }
}
