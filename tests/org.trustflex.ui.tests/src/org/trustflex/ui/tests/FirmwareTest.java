package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.TrustFlexProject;
import org.trustflex.launching.firmware.FirmwareCreation;
import org.trustflex.launching.mcu.RunningMcus;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.launching.problems.ProblemMarkers;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Overview;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A user has the board's own MCU rotate the key, sees that it did, and gets the kit program back. */
class FirmwareTest {

    private static final int BRIGHT = 230;
    private static final int WARM = 150;
    private static final int DARK = 110;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    @Test
    void fromTheWizardToABlinkingLedAndBack() throws Exception {
        Workshop.forgetLaunches();
        robot.follow(Find.one(Desk.shell(), Hyperlink.class, "that offers a project",
                link -> link.getText().equals("Create a TrustFLEX project")));
        Shell wizard = Find.shell("New TrustFLEX Project");
        robot.type("lamp");
        robot.click(Find.byId(wizard, Button.class, "project firmware"));
        Screenshot.take("firmware-wizard");
        robot.click(Find.button(wizard, "Finish"));
        Overview overview = Overview.opened("lamp");
        overview.awaitState("BOARD", "done");
        overview.awaitText("FIRMWARE.sentence", "Generate the resources first");
        robot.follow(overview.next("RESOURCES"));
        Shell resources = Find.shell("Generate Resources");
        Button finish = Find.button(resources, "Finish");
        Await.until("Finish is enabled", finish::isEnabled);
        robot.click(finish);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        overview.awaitState("FIRMWARE", "ready");
        Screenshot.take("firmware-ready");
        robot.follow(overview.next("FIRMWARE"));
        assertEquals(ExitCode.DONE, Workshop.ended(2).exitCode(), Workshop.ended(2).message());
        awaitSentence("blinks 1.0 times a second");
        awaitLed(true);
        awaitLed(false);
        awaitLed(true);
        overview.awaitState("FIRMWARE", "done");
        Screenshot.take("firmware-blinking");
        Tree boards = Find.byId(Desk.shell(), Tree.class, "boards");
        Await.until("the Boards view says that the kit is gone",
                () -> Find.texts(boards).stream().anyMatch(row -> row.contains("kit program is gone")));
        robot.follow(overview.next("FIRMWARE"));
        Shell question = Find.shell("Factory Reset");
        Screenshot.take("firmware-factory-reset");
        assertEquals("No", Ui.get(() -> Find.plain(question.getDefaultButton().getText())));
        robot.click(Find.button(question, "Reset"));
        overview.awaitState("BOARD", "done");
        awaitSentence("Runs kit");
        Screenshot.take("firmware-kit-again");
    }

    private static void awaitSentence(String part) {
        Link sentence = Find.byId(Desk.shell(), Link.class, "board sentence");
        Await.until("the Board view says " + part, () -> sentence.getText().contains(part));
    }

    /** The only thing on the picture that is yellow is the status LED. */
    private static void awaitLed(boolean on) {
        Canvas picture = Find.byId(Desk.shell(), Canvas.class, "board picture");
        Await.until("the LED is " + (on ? "on" : "off"), () -> hasYellow(picture) == on);
    }

    private static boolean hasYellow(Canvas canvas) {
        Image picture = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
        GC gc = new GC(canvas);
        try {
            gc.copyArea(picture, 0, 0);
            ImageData data = picture.getImageData();
            for (int y = 0; y < data.height; y++) {
                for (int x = 0; x < data.width; x++) {
                    RGB color = data.palette.getRGB(data.getPixel(x, y));
                    if (color.red > BRIGHT && color.green > WARM && color.blue < DARK) {
                        return true;
                    }
                }
            }
            return false;
        } finally {
            gc.dispose();
            picture.dispose();
        }
    }

    @Test
    void theConsoleShowsARunFromItsFirstLineAndAgainAfterAReset() throws Exception {
        Workshop shop = Workshop.create().withResources();
        FirmwareCreation.create(shop.project, null);
        Workshop.command("org.trustflex.ui.firmware.flash");
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode(), Workshop.ended(1).message());
        String uart = "UART of " + shop.board.id();
        Ui.run(() -> ConsolePlugin.getDefault().getConsoleManager().showConsoleView(uartConsole(uart)));
        StyledText text = Workshop.console("115200-8-N-1");
        Await.until("the run is shown", () -> occurrences(text.getText()) > 0);
        Screenshot.take("firmware-uart");
        int first = Ui.get(() -> occurrences(text.getText()));
        Desk.show(TrustFlexUi.BOARD_VIEW);
        Workshop.command("org.trustflex.ui.mcu.reset");
        Await.until("it runs again", () -> occurrences(text.getText()) > first);
        Workshop.command("org.trustflex.ui.mcu.stop");
        Await.until("it says that it is off", () -> text.getText().contains("is switched off"));
        awaitSentence("switched off");
        Screenshot.take("firmware-stopped");
        Workshop.command("org.trustflex.ui.mcu.run");
        awaitSentence("LED");
        Await.until("the MCU runs", () -> RunningMcus.shared().isRunning(shop.board.id()));
        Ui.run(() -> Desk.page().hideView(Desk.page().findView(TrustFlexUi.BOARD_VIEW)));
        robot.click(Find.toolItem(Desk.shell(), "Close Console"));
        Await.until("nobody looks, so it is off", () -> !RunningMcus.shared().isRunning(shop.board.id()));
    }

    private static IConsole uartConsole(String name) {
        for (IConsole console : ConsolePlugin.getDefault().getConsoleManager().getConsoles()) {
            if (console.getName().equals(name)) {
                return console;
            }
        }
        throw new AssertionError("There is no console " + name);
    }

    private static int occurrences(String text) {
        return text.split("Execution completed with status", -1).length - 1;
    }

    @Test
    void missingDataIsGeneratedByTheQuickFix() throws Exception {
        Workshop shop = Workshop.create();
        TrustFlexProject project = shop.project;
        FirmwareCreation.create(project, null);
        IMarker marker = Await.found("the missing data is a problem", () -> {
            IMarker[] found = project.project().findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE);
            return found.length == 0 ? null : found[0];
        });
        IMarkerResolution[] fixes = Ui.get(() -> IDE.getMarkerHelpRegistry().getResolutions(marker));
        Ui.start(() -> fixes[0].run(marker));
        Button finish = Find.button(Find.shell("Generate Resources"), "Finish");
        Await.until("Finish is enabled", finish::isEnabled);
        robot.click(finish);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        Await.until("the firmware is built",
                () -> project.project().getFile("firmware/build/pub_key_rotate.hex").exists());
        Await.until("the problem is solved", () -> !marker.exists());
        Await.jobs(TrustFlexJobs.REFRESH);
    }

    @Test
    void theTabSaysWhatIsWrongWithAnImage() throws Exception {
        Workshop.create().withResources();
        Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Desk.shell(), null,
                "org.eclipse.debug.ui.launchGroup.run"));
        Shell dialog = Find.shell("Run Configurations");
        Tree types = Find.one(dialog, Tree.class, "of configurations", tree -> tree.getItemCount() > 1);
        robot.click(Find.row(types, "TrustFLEX Flash Firmware"));
        robot.click(Find.toolItem(dialog, "New launch configuration"));
        Button run = Find.button(dialog, "Run");
        Await.until("the proposed configuration can be run", run::isEnabled);
        Screenshot.take("firmware-launch");
        robot.click(Find.button(dialog, "Flash this image:"));
        Await.until("no image is no image", () -> !run.isEnabled());
        robot.click(Find.byId(dialog, Text.class, "launch.image"));
        robot.type("nothing.hex");
        Find.one(dialog, Text.class, "saying what is wrong",
                text -> text.getText().contains("There is no file nothing.hex"));
        Screenshot.take("firmware-launch-refused");
        robot.press(SWT.ESC);
    }
}
