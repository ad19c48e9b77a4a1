package org.trustflex.ui.operations;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.trustflex.provisioning.plan.PlannedFile;
import org.trustflex.provisioning.plan.PlannedWrites;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;

/** What will be written, first to the secure element, then to disk. */
final class WritesTable {

    private static final int WHERE = 340;
    private static final int WHAT = 240;

    private final Table table;

    WritesTable(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData(TrustFlexUi.WIDGET_ID, "summary.writes");
        column(Messages.writes_where, WHERE);
        column(Messages.writes_what, WHAT);
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    Control control() {
        return table;
    }

    void show(PlannedWrites writes, Path folder) {
        table.removeAll();
        TableItem device = new TableItem(table, SWT.NONE);
        device.setImage(Images.ELEMENT.image());
        device.setText(new String[] { Messages.writes_element, text(writes.slots()) });
        for (PlannedFile file : writes.files()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_FILE));
            item.setText(new String[] { folder.relativize(file.path()).toString(), effect(file) });
        }
    }

    private static String text(List<Integer> slots) {
        return switch (slots.size()) {
            case 0 -> Messages.writes_nothing;
            case 1 -> NLS.bind(Messages.writes_slot, slots.get(0));
            default -> NLS.bind(Messages.writes_slots, SummaryPage.text(slots));
        };
    }

    private static String effect(PlannedFile file) {
        return switch (file.effect()) {
            case NEW -> Messages.writes_new;
            case KEPT_IF_IT_FITS -> Messages.writes_kept;
            case REPLACED -> Messages.writes_replaced;
            case PUT_ASIDE -> Messages.writes_aside;
            case UPDATED -> Messages.writes_updated;
            case FOR_A_WHILE -> Messages.writes_while;
            case ADDED_TO -> Messages.writes_added;
        };
    }
}
