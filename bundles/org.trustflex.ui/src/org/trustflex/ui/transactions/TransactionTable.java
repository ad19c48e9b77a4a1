package org.trustflex.ui.transactions;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.jspecify.annotations.Nullable;
import org.trustflex.ui.StateColor;
import org.trustflex.ui.TrustFlexUi;

/** Commands as the rows of a table that asks for a row when it comes into sight. */
final class TransactionTable implements ILazyContentProvider {

    private static final int COMING_AT_ONCE = 5_000;
    private static final int GOING_AT_ONCE = 500;

    private final Composite area;
    private final TableViewer viewer;
    private final TableColumnLayout layout = new TableColumnLayout(true);
    private Shown shown = Shown.NOTHING;
    private boolean follows = true;
    private boolean adjusting;

    TransactionTable(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(layout);
        viewer = new TableViewer(area, SWT.VIRTUAL | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData(TrustFlexUi.WIDGET_ID, "transactions");
        ColumnViewerToolTipSupport.enableFor(viewer);
        columns();
        viewer.setContentProvider(this);
        viewer.setInput(this);
    }

    private void columns() {
        column(Messages.column_number, 8, SWT.RIGHT, row -> String.valueOf(row.entry().number()));
        column(Messages.column_host, 13, SWT.LEFT, row -> TransactionText.hostTime(row.entry().hostTime()));
        column(Messages.column_device, 14, SWT.RIGHT, row -> TransactionText.deviceTime(row.entry().deviceTime()));
        column(Messages.column_took, 10, SWT.RIGHT, row -> TransactionText.duration(row.entry().executionTime()));
        column(Messages.column_command, 19, SWT.LEFT, row -> row.entry().command());
        column(Messages.column_slot, 6, SWT.RIGHT, row -> TransactionText.slot(row.entry()));
        column(Messages.column_status, 13, SWT.LEFT, row -> TransactionText.status(row.entry()));
        column(Messages.column_reason, 17, SWT.LEFT, row -> TransactionText.reason(row.entry()));
    }

    private void column(String title, int weight, int alignment, Function<Transaction, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.setLabelProvider(new Labels(text, title.equals(Messages.column_status)));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 36, true));
    }

    @Override
    public void updateElement(int index) {
        List<Transaction> rows = shown.rows();
        if (index < rows.size()) {
            viewer.replace(rows.get(index), index);
        }
    }

    Composite area() {
        return area;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** Shows other rows. Where only new ones came, the old ones are not drawn again; who was at the end stays there. */
    void show(Shown next) {
        Table table = viewer.getTable();
        int inSight = table.getClientArea().height / Math.max(1, table.getItemHeight());
        follows = table.getTopIndex() + inSight + 1 >= table.getItemCount();
        boolean continued = next.continues(shown);
        shown = next;
        if (!continued) {
            table.deselectAll();
            table.clearAll();
        }
        if (!adjusting) {
            adjust();
        }
    }

    /** The window system takes some time for each row that comes or goes, seen or not: many do in several turns. */
    private void adjust() {
        Table table = viewer.getTable();
        adjusting = !table.isDisposed() && table.getItemCount() != shown.rows().size();
        if (!adjusting) {
            return;
        }
        int count = table.getItemCount();
        viewer.setItemCount(Math.max(count - GOING_AT_ONCE, Math.min(shown.rows().size(), count + COMING_AT_ONCE)));
        if (follows && table.getItemCount() > 0) {
            table.setTopIndex(table.getItemCount() - 1);
        }
        table.getDisplay().asyncExec(this::adjust);
    }

    /** Selects a row and brings it into sight, as a user would. */
    void select(int row) {
        Table table = viewer.getTable();
        if (table.getItemCount() <= row) {
            viewer.setItemCount(shown.rows().size());
        }
        follows = false;
        table.setSelection(row);
        table.showSelection();
        Event event = new Event();
        event.item = table.getItem(row);
        table.notifyListeners(SWT.Selection, event);
    }

    private static final class Labels extends ColumnLabelProvider {

        private final Function<Transaction, String> text;
        private final boolean status;

        Labels(Function<Transaction, String> text, boolean status) {
            this.text = text;
            this.status = status;
        }

        @Override
        public String getText(Object element) {
            return text.apply((Transaction) element);
        }

        /** The status says in words what its colour repeats. An icon would be cut to the first row's height by GTK. */
        @Override
        public @Nullable Color getForeground(Object element) {
            return status && ((Transaction) element).refused() ? StateColor.REFUSED.color() : null;
        }

        @Override
        public String getToolTipText(Object element) {
            return getText(element);
        }
    }
}
