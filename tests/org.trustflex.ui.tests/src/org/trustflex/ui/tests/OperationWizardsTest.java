package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.trustflex.board.PoweredBoard;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.launching.operation.ExitCode;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** Each wizard from its first page to its result, and why each page can't go on. */
class OperationWizardsTest {

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private static Shell open(String command, String title) {
        Workshop.command(command);
        return Find.shell(title);
    }

    private static Button finish(Shell wizard) {
        Button finish = Find.button(wizard, "Finish");
        Await.until("Finish is enabled", finish::isEnabled);
        return finish;
    }

    /** The title area's message is a read-only text; its sentence may be broken into lines. */
    private static void says(Shell shell, String part) {
        Find.one(shell, Text.class, "saying " + part,
                text -> text.getText().replaceAll("\\s+", " ").contains(part));
    }

    private static List<String> writes(Shell wizard) {
        Table table = Find.byId(wizard, Table.class, "summary.writes");
        return Ui.get(() -> Arrays.stream(table.getItems()).map(item -> item.getText(0) + ": " + item.getText(1))
                .toList());
    }

    @Test
    void resourcesNeedOneEnterAndEndInTheConsole() throws Exception {
        Workshop shop = Workshop.create();
        Shell wizard = open("org.trustflex.ui.generateResources", "Generate Resources");
        finish(wizard);
        Screenshot.take("wizard-resources");
        Label element = Find.byId(wizard, Label.class, "summary.element");
        assertEquals(shop.serialNumber(), Ui.get(element::getText));
        assertTrue(writes(wizard).contains("Secure element: slots 5, 6, 9, 13, 14, 15"), writes(wizard).toString());
        assertTrue(writes(wizard).contains("00_resource_generation/slot_14_ecc_key_pair.pem: new"));
        assertFalse(Files.exists(shop.model().resourcesFolder()), "something was written before Finish");
        assertEquals("Finish", Ui.get(() -> Find.plain(wizard.getDefaultButton().getText())));
        robot.press(SWT.CR);
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        Workshop.console("Key generation - Success");
        Screenshot.take("console-resources");
        assertTrue(Files.exists(shop.resource("slot_14_ecc_key_pair.pem")));
    }

    @Test
    void customCertificatesCheckTheNameWhileItIsTyped() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Shell wizard = open("org.trustflex.ui.generateCertificates", "Generate Certificates");
        Screenshot.take("wizard-certificates-first");
        robot.click(Find.button(wizard, "Custom: a chain of your own"));
        says(wizard, "The organisation name is empty");
        Text organization = Find.byId(wizard, Text.class, "organization");
        robot.click(organization);
        robot.type("an organisation with a very long name");
        says(wizard, "has 37 bytes in UTF-8");
        Screenshot.take("wizard-certificates-refused");
        assertFalse(Ui.get(() -> Find.button(wizard, "Next >").isEnabled()));
        Ui.run(() -> organization.setText(""));
        robot.type("acme");
        Text device = Find.byId(wizard, Text.class, "subject.device");
        Await.until("the device's subject is shown", () -> device.getText().equals("O=acme, CN=sn<serial number>"));
        Screenshot.take("wizard-certificates-named");
        robot.click(Find.button(wizard, "Next >"));
        finish(wizard);
        Screenshot.take("wizard-certificates-last");
        String name = "00_resource_generation/device_" + shop.serialNumber() + ".crt: new";
        assertTrue(writes(wizard).contains(name), writes(wizard).toString());
        assertFalse(Files.exists(shop.resource("root_crt.crt")), "something was written before Finish");
        robot.click(Find.button(wizard, "Finish"));
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        Workshop.console("Custom certificate generation and provisioning - SUCCESS");
        assertTrue(Files.exists(shop.resource("root_crt.crt")));
    }

    @Test
    void theManifestOpensWhenItIsMade() throws Exception {
        Workshop shop = Workshop.create().withResources();
        Shell wizard = open("org.trustflex.ui.generateManifest", "Generate Manifest");
        finish(wizard);
        Screenshot.take("wizard-manifest");
        assertTrue(writes(wizard).contains("Secure element: nothing"), writes(wizard).toString());
        robot.click(Find.button(wizard, "Finish"));
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
        assertTrue(Files.exists(shop.resource("TFLXTLS_devices_manifest.json")));
        Await.until("the manifest is open", () -> Desk.page().getActiveEditor() != null
                && Desk.page().getActiveEditor().getTitle().equals("TFLXTLS_devices_manifest.json"));
        Screenshot.take("manifest-opened");
    }

    @Test
    void rotatingBeforeThereAreResourcesIsRefusedWithWhatToDo() throws Exception {
        Workshop.create();
        Shell wizard = open("org.trustflex.ui.rotate", "Rotate Key");
        says(wizard, "Waits for resources");
        Screenshot.take("wizard-rotate-refused");
        assertFalse(Ui.get(() -> Find.button(wizard, "Finish").isEnabled()));
        robot.click(Find.button(wizard, "Cancel"));
    }

    @Test
    void aBoardThatSomebodyElseHasIsNamedWithItsHolder() throws Exception {
        Workshop shop = Workshop.create();
        try (PoweredBoard held = shop.board.power("a demonstration")) {
            Shell wizard = open("org.trustflex.ui.generateResources", "Generate Resources");
            says(wizard, "sim:demo is in use by");
            Screenshot.take("wizard-held");
            assertFalse(Ui.get(() -> Find.button(wizard, "Finish").isEnabled()));
            assertTrue(held.powered());
            held.close();
            robot.click(Find.link(wizard, "Look at the board again"), 20, 8);
            finish(wizard);
            robot.click(Find.button(wizard, "Cancel"));
        }
    }

    @Test
    void aProjectWithoutABoardAsksForOne() throws Exception {
        Workshop shop = Workshop.unbound();
        Workshop.command("org.trustflex.ui.rotate");
        Shell chooser = Find.shell("Choose Board");
        Button ok = Find.button(chooser, "OK");
        Await.until("the only board is selected", ok::isEnabled);
        robot.click(ok);
        Shell wizard = Find.shell("Rotate Key");
        assertEquals("sim:demo", WorkspaceBoards.boardOf(shop.project.project()).orElseThrow());
        robot.click(Find.button(wizard, "Cancel"));
    }

    @Test
    void aProjectOfAnotherElementIsGivenAwayOnlyByAChoice() throws Exception {
        Workshop shop = Workshop.create().withResources();
        WorkspaceBoards.boards().simulated().create("other", SimulatedBoardOptions.defaults());
        WorkspaceBoards.bind(shop.project.project(), "sim:other");
        Shell wizard = open("org.trustflex.ui.generateResources", "Generate Resources");
        says(wizard, "The project belongs to " + shop.serialNumber());
        Button adopt = Find.button(wizard, "Give the project to this secure element (old keys are kept aside)");
        Screenshot.take("wizard-adopt");
        robot.click(adopt);
        finish(wizard);
        robot.click(Find.button(wizard, "Finish"));
        assertEquals(ExitCode.DONE, Workshop.ended(1).exitCode());
    }
}
