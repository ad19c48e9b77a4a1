package org.trustflex.ui.overview;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.handlers.IHandlerService;
import org.trustflex.provisioning.status.State;
import org.trustflex.ui.CommandLink;
import org.trustflex.ui.TrustFlexUi;

/** The widgets of one part: icon, title, state, what is on disk, what is in the device; the sentence and the link below. */
final class RowWidgets {

    /** Icon, title, word. */
    static final int BEFORE_CELLS = 3;
    /** Icon and text. */
    static final int CELL_COLUMNS = 2;
    /** Two cells. */
    static final int COLUMNS = BEFORE_CELLS + 2 * CELL_COLUMNS;

    /** Room for "needs attention", the longest of the states. */
    private static final int WORD_WIDTH = 104;
    /** Room for a date and time; what is longer is shown in full when the mouse rests on it. */
    private static final int CELL_WIDTH = 130;
    private static final int WRAP_AT = 200;
    private static final int SPACE_BELOW = 12;
    private static final int BETWEEN = 10;

    private static final String DEVICE = "device";

    private final Label icon;
    private final Label word;
    private final CellWidgets disk;
    private final CellWidgets device;
    private final Hyperlink link;
    private final Label sentence;
    private Optional<Row> shown = Optional.empty();
    private NextStep next = NextStep.NONE;

    RowWidgets(FormToolkit toolkit, Composite parent, Part part, IHandlerService handlers) {
        icon = toolkit.createLabel(parent, "");
        GridDataFactory.swtDefaults().hint(StateImage.SIZE, StateImage.SIZE).applyTo(icon);
        Label title = toolkit.createLabel(parent, part.title());
        title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        word = label(toolkit, parent, part, "state");
        GridDataFactory.swtDefaults().hint(WORD_WIDTH, SWT.DEFAULT).applyTo(word);
        disk = new CellWidgets(toolkit, parent, part, "disk");
        device = new CellWidgets(toolkit, parent, part, DEVICE);
        if (part == Part.BOARD) {
            device.inFixedWidth();
        }
        toolkit.createLabel(parent, "");
        Composite below = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(BETWEEN, 0).applyTo(below);
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).grab(true, false).applyTo(below);
        sentence = toolkit.createLabel(below, "", SWT.WRAP);
        sentence.setData(TrustFlexUi.WIDGET_ID, id(part, "sentence"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_AT, SWT.DEFAULT).applyTo(sentence);
        link = toolkit.createHyperlink(below, "", SWT.NONE);
        link.setData(TrustFlexUi.WIDGET_ID, id(part, "next"));
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                CommandLink.run(handlers, next.commandId());
            }
        });
        GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).applyTo(link);
        Label space = toolkit.createLabel(parent, "");
        GridDataFactory.swtDefaults().span(COLUMNS, 1).hint(1, SPACE_BELOW).applyTo(space);
    }

    private static Label label(FormToolkit toolkit, Composite parent, Part part, String what) {
        Label label = toolkit.createLabel(parent, "");
        label.setData(TrustFlexUi.WIDGET_ID, id(part, what));
        return label;
    }

    private static String id(Part part, String what) {
        return "overview." + part + "." + what;
    }

    /**
     * Shows this row.
     *
     * @return the widgets whose size may be another now; none where the row was shown already
     */
    List<Control> show(Row row) {
        if (shown.equals(Optional.of(row))) {
            return List.of();
        }
        shown = Optional.of(row);
        icon.setImage(StateImage.of(row.state()));
        icon.setToolTipText(row.state().word());
        word.setText(row.state().word());
        disk.show(row.disk());
        device.show(row.device());
        sentence.setText(row.sentence().replace("&", "&&"));
        next = row.next();
        link.setText(next.label());
        link.setVisible(next != NextStep.NONE);
        return List.of(icon, word, disk.icon, disk.text, device.icon, device.text, sentence, link);
    }

    /** What is on disk or in the device. */
    private static final class CellWidgets {

        private final Label icon;
        private final Label text;

        CellWidgets(FormToolkit toolkit, Composite parent, Part part, String where) {
            icon = toolkit.createLabel(parent, "");
            GridDataFactory.swtDefaults().hint(StateImage.SIZE, StateImage.SIZE).applyTo(icon);
            text = label(toolkit, parent, part, where);
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(CELL_WIDTH, SWT.DEFAULT)
                    .grab(where.equals(DEVICE), false).applyTo(text);
        }

        void inFixedWidth() {
            text.setFont(JFaceResources.getTextFont());
        }

        void show(Cell cell) {
            icon.setImage(cell.state().map(StateImage::of).orElse(null));
            icon.setToolTipText(cell.state().map(State::word).orElse(null));
            text.setText(cell.text());
            text.setToolTipText(cell.text());
        }
    }
}
