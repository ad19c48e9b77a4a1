package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.certificates.keys.P256PublicKey;
import org.trustflex.launching.TrustFlexJobs;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.Commands;
import org.trustflex.ui.AnsweredFile;
import org.trustflex.ui.SaveTextJob;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ElementCatalog;
import org.trustflex.ui.slots.SlotRow;
import org.trustflex.ui.slots.SlotsProbe;
import org.trustflex.ui.slots.SlotsView;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;

/** A developer looks at the slots of a secure element, beside the project's files. */
class SlotsViewTest {

    private static final int PURPOSE = 1;
    private static final int STATE = 3;
    private static final int DEVICE = 4;
    private static final int FILE = 5;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private static SlotsView view() {
        return (SlotsView) Desk.show(TrustFlexUi.SLOTS_VIEW);
    }

    private static Table open() {
        SlotsView view = view();
        Ui.run(() -> view.showDetails(false));
        Table table = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("16 slots are shown", () -> table.getItemCount() == 16);
        Await.jobs(TrustFlexJobs.SLOTS);
        return table;
    }

    private static void assertSays(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    private static String cell(Table table, int slot, int column) {
        return Ui.get(() -> table.getItem(slot).getText(column));
    }

    private static void awaitCell(Table table, int slot, int column, String part) {
        Await.until("slot " + slot + " says " + part, () -> table.getItem(slot).getText(column).contains(part));
    }

    @Test
    void withoutABoardTheViewSaysWhatWouldBeHereAndOffersToCreateOne() {
        view();
        Link sentence = Find.link(Desk.shell(), "The 16 slots of a secure element would be here");
        assertTrue(Ui.get(sentence::getText).contains("create a simulated board"));
        assertFalse(Ui.get(() -> enabled("org.trustflex.ui.slots.lock")));
        Screenshot.take("slots-empty");
        Ui.start(() -> Commands.run(Desk.page().getActivePart().getSite(), "org.trustflex.ui.boards.create"));
        robot.click(Find.button(Find.shell("Create Simulated Board"), "Cancel"));
    }

    @Test
    void aBoardThatIsGoneIsASentenceWithWhatToDo() throws Exception {
        SampleProject sample = SampleProject.create();
        WorkspaceBoards.boards().simulated().delete(sample.board().description().name());
        // Another view may have read the board before it was deleted.
        view();
        Workshop.command("org.trustflex.ui.slots.refresh");
        Link sentence = Find.link(Desk.shell(), "Read again");
        String said = Ui.get(sentence::getText);
        assertTrue(said.contains("There is no simulated board") || said.contains("was deleted a moment ago"), said);
        Screenshot.take("slots-no-board");
    }

    @Test
    void aProvisionedElementShowsEverySlotBesideItsFile() throws Exception {
        SampleProject.create().provision().rotate();
        Table table = open();
        awaitCell(table, 10, DEVICE, "Acme Devices");
        assertEquals("Rotating public key", cell(table, 14, PURPOSE));
        assertEquals("valid", cell(table, 14, STATE));
        assertEquals("private key", cell(table, 0, STATE));
        assertTrue(cell(table, 14, DEVICE).startsWith("public "), cell(table, 14, DEVICE));
        assertTrue(cell(table, 14, FILE).startsWith("matches: slot_14_ecc_key_pair.pem (proven "),
                cell(table, 14, FILE));
        assertTrue(cell(table, 5, FILE).startsWith("matches: slot_5_secret_key.pem (proven "), cell(table, 5, FILE));
        Screenshot.take("slots");
        robot.click(Find.toolItem(Desk.shell(), "Show or Hide Slot Details"));
        robot.click(Find.row(table, 0, "14"));
        CTabFolder tabs = Find.byId(Desk.shell(), CTabFolder.class, "slot.tabs");
        Ui.run(() -> tabs.setSelection(0));
        Link summary = Find.byId(Desk.shell(), Link.class, "slot.summary");
        assertTrue(Ui.get(summary::getText).contains("write only when invalidated by slot 13"));
        assertSays(Ui.get(summary::getText), "can't be locked");
        Screenshot.take("slots-details");
        Ui.run(() -> tabs.setSelection(1));
        Table bits = Find.byId(Desk.shell(), Table.class, "slot.bits");
        TableItem write = Find.row(bits, 0, "SlotConfig.WriteConfig");
        assertEquals("0001", Ui.get(() -> write.getText(2)));
    }

    @Test
    void theDetailPaneShowsContentAndCertificate() throws Exception {
        SampleProject.create().provision();
        Table table = open();
        awaitCell(table, 10, DEVICE, "Acme Devices");
        robot.click(Find.toolItem(Desk.shell(), "Show or Hide Slot Details"));
        robot.click(Find.row(table, 0, "10"));
        CTabFolder tabs = Find.byId(Desk.shell(), CTabFolder.class, "slot.tabs");
        Ui.run(() -> tabs.setSelection(2));
        StyledText content = Find.byId(Desk.shell(), StyledText.class, "slot.content");
        assertSays(Ui.get(content::getText), "0000  ");
        Screenshot.take("slots-content");
        Ui.run(() -> tabs.setSelection(3));
        StyledText certificate = Find.byId(Desk.shell(), StyledText.class, "slot.certificate");
        assertSays(Ui.get(certificate::getText), "Acme Devices");
        Screenshot.take("slots-certificate");
        robot.click(Find.row(table, 0, "3"));
        Await.until("no certificate is shown",
                () -> "No certificate belongs to this slot.".equals(certificate.getText()));
    }

    @Test
    void aRotationThatEndsIsShownAndTheSelectionStays() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        Table table = open();
        String before = cell(table, 14, DEVICE);
        robot.click(Find.row(table, 0, "14"));
        sample.rotate();
        Await.until("another key is shown", () -> !table.getItem(14).getText(DEVICE).equals(before));
        Await.jobs(TrustFlexJobs.SLOTS);
        awaitCell(table, 14, FILE, "matches");
        assertEquals("valid", cell(table, 14, STATE));
        assertEquals(14, Ui.get(table::getSelectionIndex));
        assertNotEquals(before, cell(table, 14, DEVICE));
    }

    @Test
    void aRowThatDiffersIsMarkedAndSaysWhatToRun() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        Path folder = sample.project().model().resourcesFolder();
        Files.copy(folder.resolve("slot_13_ecc_key_pair.pem"), folder.resolve("slot_15_ecc_key_pair.pem"),
                StandardCopyOption.REPLACE_EXISTING);
        sample.project().project().refreshLocal(IResource.DEPTH_INFINITE, null);
        Table table = open();
        awaitCell(table, 15, FILE, "differs: slot_15_ecc_key_pair.pem");
        robot.click(Find.toolItem(Desk.shell(), "Show or Hide Slot Details"));
        robot.click(Find.row(table, 0, "15"));
        CTabFolder tabs = Find.byId(Desk.shell(), CTabFolder.class, "slot.tabs");
        Ui.run(() -> tabs.setSelection(0));
        Link summary = Find.byId(Desk.shell(), Link.class, "slot.summary");
        Await.until("it says what to run", () -> summary.getText().contains("Generate resources"));
        Screenshot.take("slots-differs");
    }

    @Test
    void whyMarksTheBitsThatDecide() throws Exception {
        SampleProject.create().provision();
        open();
        Ui.run(() -> Commands.run(Desk.window(), "org.trustflex.ui.slots.show",
                Map.of("slot", "14", "command", "Write(block 0)")));
        Table table = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("slot 14 is selected", () -> table.getSelectionIndex() == 14);
        Table bits = Find.byId(Desk.shell(), Table.class, "slot.bits");
        TableItem decides = Find.row(bits, 0, "SlotConfig.WriteConfig");
        assertTrue(Ui.get(() -> decides.getImage(0) != null));
        assertTrue(Ui.get(() -> (decides.getFont(0).getFontData()[0].getStyle() & SWT.BOLD) != 0));
        TableItem other = Find.row(bits, 0, "KeyConfig.Lockable");
        assertFalse(Ui.get(() -> other.getImage(0) != null));
        Screenshot.take("slots-why");
    }

    @Test
    void lockingAsksWithTheSerialNumberAndNoIsTheDefault() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        Table table = open();
        robot.click(Find.row(table, 0, "13"));
        robot.choose(table, "Lock Slot...");
        Shell question = Find.shell("Lock Slot");
        Screenshot.take("slots-lock");
        assertEquals("No", Ui.get(() -> Find.plain(question.getDefaultButton().getText())));
        String serialNumber = sample.serialNumber();
        assertSays(Ui.get(() -> texts(question)), serialNumber);
        assertSays(Ui.get(() -> texts(question)), "can never be written again");
        robot.press(SWT.CR);
        Await.until("the question is gone", question::isDisposed);
        assertEquals("data", cell(table, 13, STATE));
        robot.choose(table, "Lock Slot...");
        robot.click(Find.button(Find.shell("Lock Slot"), "Lock for Ever"));
        awaitCell(table, 13, STATE, "data, locked");
        assertTrue(Files.exists(sample.project().model().resourcesFolder().resolve("slot_locks")
                .resolve(sample.board().description().trustFlex().orElseThrow().serialNumber().hex())
                .resolve("slot_13.json")));
        Ui.run(() -> {
            table.setSelection(14);
            table.notifyListeners(SWT.Selection, new Event());
        });
        assertFalse(Ui.get(() -> enabled("org.trustflex.ui.slots.lock")));
    }

    private static boolean enabled(String command) {
        return Desk.window().getService(ICommandService.class).getCommand(command).isEnabled();
    }

    private static String texts(Composite root) {
        StringBuilder all = new StringBuilder();
        Find.controls(root, Label.class).forEach(label -> all.append(label.getText()));
        Find.controls(root, Text.class).forEach(text -> all.append(text.getText()));
        return all.toString();
    }

    @Test
    void aRowAndItsFingerprintAreCopied() throws Exception {
        SampleProject.create().provision();
        Table table = open();
        robot.click(Find.row(table, 0, "14"));
        robot.choose(table, "Copy Slot as Text");
        Await.until("the row is in the clipboard", () -> clipboard().startsWith("14\tRotating public key\t"));
        robot.choose(table, "Copy Fingerprint");
        String fingerprint = cell(table, 14, DEVICE).replace("public ", "");
        Await.until("the fingerprint is in the clipboard", () -> clipboard().equals(fingerprint));
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Ui.display());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void aPublicKeyIsExportedAsPem(@TempDir Path folder) throws Exception {
        SampleProject.create().provision();
        Table table = open();
        robot.click(Find.row(table, 0, "14"));
        SlotRow row = Ui.get(() -> (SlotRow) table.getSelection()[0].getData());
        Path file = folder.resolve("key.pem");
        try (AnsweredFile answer = new AnsweredFile(file)) {
            robot.choose(table, "Export Public Key...");
            Await.until("the file is written", () -> Files.exists(file));
            Await.jobs(SaveTextJob.FAMILY);
            assertEquals("slot_14_public_key.pem", answer.proposed());
        }
        assertEquals(row.report().publicKey().orElseThrow(),
                P256PublicKey.fromPem(Files.readString(file)).key());
    }

    @Test
    void theFileOfASlotOpens() throws Exception {
        SampleProject.create().provision();
        Table table = open();
        robot.click(Find.row(table, 0, "13"));
        Await.jobs(TrustFlexJobs.SLOTS);
        robot.choose(table, "Open File");
        Await.until("the file is open", () -> Desk.page().getEditorReferences().length == 1
                && Desk.page().getEditorReferences()[0].getName().equals("slot_13_ecc_key_pair.pem"));
    }

    /** The figure is for the rows of a finished reading, from the listener's call to the painted table. */
    @Test
    void aRefreshFromTheCacheTakesNoMoreThan16Milliseconds() throws Exception {
        SampleProject sample = SampleProject.create().provision();
        open();
        SlotsView view = view();
        long[] times = new long[200];
        for (int i = 0; i < times.length; i++) {
            times[i] = Ui.get(() -> SlotsProbe.nanosToShowFromCache(view));
        }
        Arrays.sort(times);
        System.out.printf("Slot refresh from cache: median %.1f ms, slowest %.1f ms of %d%n",
                times[times.length / 2] / 1e6, times[times.length - 1] / 1e6, times.length);
        assertTrue(ElementCatalog.shared().facts(sample.board().id()).isPresent());
        assertTrue(times[times.length / 2] < 16_000_000L, "median " + times[times.length / 2] + " ns");
    }
}
