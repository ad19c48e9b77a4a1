package org.trustflex.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.trustflex.atecc.SecureElement;
import org.trustflex.atecc.packet.DeviceRefused;
import org.trustflex.ui.Commands;
import org.trustflex.ui.AnsweredFile;
import org.trustflex.ui.SaveTextJob;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.tests.robot.Await;
import org.trustflex.ui.tests.robot.Desk;
import org.trustflex.ui.tests.robot.Find;
import org.trustflex.ui.tests.robot.Robot;
import org.trustflex.ui.tests.robot.SampleProject;
import org.trustflex.ui.tests.robot.Screenshot;
import org.trustflex.ui.tests.robot.Ui;
import org.trustflex.ui.transactions.TransactionsProbe;
import org.trustflex.ui.transactions.TransactionsView;

/** A developer follows what host and secure element say to each other. */
class TransactionsViewTest {

    private static final int COMMAND = 4;
    private static final int SLOT = 5;
    private static final int STATUS = 6;
    private static final int REASON = 7;
    private static final int MANY = 100_000;

    @RegisterExtension
    private final Desk desk = new Desk();
    private final Robot robot = new Robot();

    private static TransactionsView view() {
        TransactionsView view = (TransactionsView) Desk.show(TrustFlexUi.TRANSACTIONS_VIEW);
        Ui.run(() -> {
            // These read the device by themselves, and their commands would come between ours.
            for (String reader : List.of(TrustFlexUi.ROTATION_VIEW, TrustFlexUi.SLOTS_VIEW)) {
                Desk.page().hideView(Desk.page().findViewReference(reader));
            }
            if (view.sequenceShown()) {
                view.toggleSequence();
            }
        });
        return view;
    }

    private static Table table() {
        return Find.byId(Desk.shell(), Table.class, "transactions");
    }

    private static Table open() {
        view();
        Table table = table();
        Await.until("commands are shown", () -> table.getItemCount() > 0);
        return table;
    }

    private static void use(SampleProject sample, Use use) throws Exception {
        try (SecureElement element = sample.board().element().open()) {
            use.with(element);
        }
    }

    private interface Use {
        void with(SecureElement element) throws Exception;
    }

    /** Nobody may write slot 14 while its key is valid, nor read slot 5. */
    private static void refuseRead(SampleProject sample) throws Exception {
        use(sample, element -> assertThrows(DeviceRefused.class, () -> element.readSlot(5)));
    }

    @Test
    void withoutABoardTheViewSaysWhatWouldBeHere() {
        view();
        Link link = Find.link(Desk.shell(), "Commands to a secure element");
        assertTrue(Ui.get(link::getText).contains("create a simulated board"));
        Screenshot.take("transactions-empty");
    }

    @Test
    void whatHappensOnTheBoardIsFollowed() throws Exception {
        view();
        SampleProject sample = SampleProject.create();
        Find.link(Desk.shell(), "No command has been recorded yet");
        use(sample, SecureElement::random);
        Table table = table();
        Await.until("the command comes", () -> find(table, COMMAND, "Random") >= 0);
        int before = Ui.get(table::getItemCount);
        use(sample, element -> element.readSlot(8));
        Await.until("more come", () -> table.getItemCount() > before);
        Await.until("the slot is named", () -> find(table, SLOT, "8") >= 0);
        Screenshot.take("transactions");
    }

    private static int find(Table table, int column, String text) {
        for (int row = 0; row < table.getItemCount(); row++) {
            if (table.getItem(row).getText(column).equals(text)) {
                return row;
            }
        }
        return -1;
    }

    @Test
    void theLastRefusedCommandIsShownWithItsReasonAndWhyOpensTheSlot() throws Exception {
        view();
        SampleProject sample = SampleProject.create();
        refuseRead(sample);
        use(sample, SecureElement::random);
        Ui.run(() -> Commands.run(Desk.window(), "org.trustflex.ui.transactions.showRefused"));
        Table table = table();
        Await.until("a refused command is selected", () -> table.getSelectionCount() == 1
                && table.getSelection()[0].getText(STATUS).startsWith("0F"));
        assertFalse(Ui.get(() -> table.getSelection()[0].getText(REASON)).isEmpty());
        assertTrue(Ui.get(() -> table.getSelection()[0].getText(COMMAND)).startsWith("Read"));
        StyledText details = Find.byId(Desk.shell(), StyledText.class, "transaction.details");
        Await.until("it is decoded", () -> details.getText().startsWith("Refused: "));
        Screenshot.take("transactions-refused");
        Link why = Find.byId(Desk.shell(), Link.class, "transaction.link");
        Ui.run(() -> {
            Event event = new Event();
            event.text = "org.trustflex.ui.transactions.why";
            why.setFocus();
            why.notifyListeners(SWT.Selection, event);
        });
        Table slots = Find.byId(Desk.shell(), Table.class, "slots");
        Await.until("slot 5 is selected", () -> slots.getSelectionIndex() == 5);
        Table bits = Find.byId(Desk.shell(), Table.class, "slot.bits");
        assertTrue(Ui.get(() -> Find.row(bits, 0, "SlotConfig.IsSecret").getImage(0) != null));
        Screenshot.take("transactions-why");
    }

    @Test
    void aFilterShowsSomeAndSaysHowMany() throws Exception {
        view();
        SampleProject sample = SampleProject.create();
        refuseRead(sample);
        use(sample, element -> element.readSlot(8));
        Table table = open();
        Await.until("all are shown", () -> find(table, SLOT, "8") >= 0);
        Text filter = Find.byId(Desk.shell(), Text.class, "transactions.filter");
        Ui.run(filter::setFocus);
        robot.type("random");
        Await.until("nothing is left", () -> table.getItemCount() == 0);
        Ui.run(() -> filter.setText(""));
        robot.click(Find.button(Desk.shell(), "Refused only"));
        Await.until("one is left", () -> table.getItemCount() == 1);
        assertTrue(Ui.get(() -> table.getItem(0).getText(STATUS)).startsWith("0F"));
        Label count = Find.byId(Desk.shell(), Label.class, "transactions.count");
        Await.until("the rest is counted", () -> count.getText().startsWith("1 of "));
        robot.click(Find.button(Desk.shell(), "Refused only"));
        Combo slot = Find.byId(Desk.shell(), Combo.class, "transactions.slot");
        Ui.run(() -> {
            slot.select(9);
            slot.notifyListeners(SWT.Selection, new Event());
        });
        Await.until("slot 8 alone is left", () -> table.getItemCount() == 13);
        assertEquals("8", Ui.get(() -> table.getItem(12).getText(SLOT)));
        Screenshot.take("transactions-filtered");
    }

    @Test
    void whatIsTypedIsFoundAndFoundAgain() throws Exception {
        view();
        SampleProject sample = SampleProject.create();
        use(sample, element -> {
            element.random();
            element.readSlot(8);
            element.random();
        });
        Table table = open();
        Await.until("all are shown", () -> find(table, SLOT, "8") >= 0);
        Ui.run(() -> Commands.run(Desk.window(), "org.eclipse.ui.edit.findReplace"));
        robot.type("random");
        robot.press(SWT.CR);
        Await.until("the first is selected", () -> table.getSelectionCount() == 1
                && table.getSelection()[0].getText(COMMAND).equals("Random"));
        int first = Ui.get(table::getSelectionIndex);
        assertEquals("Random", Ui.get(() -> table.getItem(first).getText(COMMAND)));
        robot.press(SWT.CR);
        Await.until("the second is selected", () -> table.getSelectionIndex() > first);
        robot.press(SWT.CR);
        Await.until("round the end", () -> table.getSelectionIndex() == first);
    }

    @Test
    void savingWritesWhatIsShownAndNoSecret(@TempDir Path folder) throws Exception {
        long seed = System.nanoTime();
        System.out.println("Canary seed " + seed);
        byte[] canary = new byte[32];
        new Random(seed).nextBytes(canary);
        view();
        SampleProject sample = SampleProject.create();
        use(sample, element -> {
            element.writeBlock(6, 0, canary);
            element.writeEncrypted(5, 0, canary, canary, new byte[20]);
            element.writeBlock(8, 0, canary);
            element.readSlot(8);
        });
        Table table = open();
        Await.until("all are shown", () -> find(table, SLOT, "8") >= 0);
        Path file = folder.resolve("transactions.txt");
        try (AnsweredFile answer = new AnsweredFile(file)) {
            robot.click(Find.toolItem(Desk.shell(), "Save Transactions..."));
            Await.until("the file is written", () -> Files.exists(file));
            Await.jobs(SaveTextJob.FAMILY);
            assertEquals("transactions.txt", answer.proposed());
        }
        String saved = Files.readString(file);
        assertTrue(saved.startsWith("No.\tHost Time\t"), saved.lines().findFirst().orElse(""));
        assertEquals(Ui.get(table::getItemCount) + 1L, saved.lines().count());
        String shown = Ui.get(() -> everything(table));
        for (String part : parts(canary)) {
            assertFalse(saved.toLowerCase(Locale.ROOT).contains(part), part);
            assertFalse(shown.toLowerCase(Locale.ROOT).contains(part), part);
        }
    }

    /** Four bytes in a row betray the canary. */
    private static List<String> parts(byte[] canary) {
        String hex = HexFormat.of().formatHex(canary);
        return List.of(hex.substring(0, 8), hex.substring(8, 16), hex.substring(56));
    }

    private static String everything(Table table) {
        StyledText details = Find.byId(Desk.shell(), StyledText.class, "transaction.details");
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < table.getItemCount(); row++) {
            table.setSelection(row);
            table.notifyListeners(SWT.Selection, new Event());
            all.append(details.getText());
        }
        return all.toString();
    }

    @Test
    void clearingForgetsTheRecordToo() throws Exception {
        view();
        SampleProject sample = SampleProject.create();
        use(sample, SecureElement::random);
        Table table = open();
        robot.click(Find.toolItem(Desk.shell(), "Clear Transactions"));
        Await.until("nothing is shown", () -> table.getItemCount() == 0);
        assertEquals(List.of(), sample.board().trace().last(10));
        use(sample, SecureElement::random);
        Await.until("new ones come", () -> table.getItemCount() > 0);
    }

    @Test
    void theSequenceShowsTheSameCommands() throws Exception {
        view();
        SampleProject sample = SampleProject.create();
        refuseRead(sample);
        open();
        robot.click(Find.toolItem(Desk.shell(), "Show Transactions as Table or Sequence"));
        Canvas canvas = Find.byId(Desk.shell(), Canvas.class, "sequence");
        robot.click(canvas);
        Ui.run(canvas::setFocus);
        Await.until("the drawing has the focus", canvas::isFocusControl);
        robot.press(SWT.END);
        StyledText details = Find.byId(Desk.shell(), StyledText.class, "transaction.details");
        Await.until("the last command is decoded", () -> details.getText().startsWith("Refused: "));
        Screenshot.take("transactions-sequence");
    }

    /** The figures are for a whole screen: selection, rows and drawing. */
    @Test
    void aHundredThousandRowsStaySmooth() {
        TransactionsView view = view();
        long start = System.nanoTime();
        TransactionsProbe.show(view, MANY);
        Table table = table();
        Await.until("all rows are there", () -> table.getItemCount() == MANY);
        System.out.printf("100,000 transactions: shown after %d ms%n", (System.nanoTime() - start) / 1_000_000);
        long slowest = 0;
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            int row = random.nextInt(MANY);
            long time = Ui.get(() -> {
                long begin = System.nanoTime();
                table.setTopIndex(row);
                table.update();
                return System.nanoTime() - begin;
            });
            slowest = Math.max(slowest, time);
        }
        System.out.printf("100,000 transactions: slowest of 100 jumps %.1f ms%n", slowest / 1e6);
        assertTrue(slowest < 200_000_000L, "slowest jump " + slowest + " ns");
        assertEquals(String.valueOf(MANY), Ui.get(() -> table.getItem(MANY - 1).getText(0)));
        Screenshot.take("transactions-100000");
        // The rows go with their table: the window system takes seconds for so many one by one.
        Ui.run(() -> Desk.page().hideView(view));
    }
}
