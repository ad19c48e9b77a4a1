package org.trustflex.ui.slots;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.trustflex.provisioning.slots.SlotComparison;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;

/** The 16 slots as a table whose columns share the width, so that nothing scrolls sideways. */
final class SlotTable {

    private static final Set<Integer> COMPACT = Set.of(0, 1, 3);
    private static final int FILE = 5;

    private final Composite area;
    private final TableViewer viewer;
    private final TableColumnLayout layout = new TableColumnLayout(true);
    private final List<ColumnWeightData> weights = new ArrayList<>();

    SlotTable(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(layout);
        viewer = new TableViewer(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData(TrustFlexUi.WIDGET_ID, "slots");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        columns();
    }

    /** Leaves only what tells the slots apart, where the rest is shown beside the table. */
    void setCompact(boolean compact) {
        for (int i = 0; i < weights.size(); i++) {
            boolean kept = !compact || COMPACT.contains(i);
            viewer.getTable().getColumn(i).setResizable(kept);
            layout.setColumnData(viewer.getTable().getColumn(i), kept ? weights.get(i) : new ColumnPixelData(0, false));
        }
        area.layout(true, true);
    }

    /** Whether a place in the table is in the column of the files. */
    boolean isFile(int x, int y) {
        ViewerCell cell = viewer.getCell(new Point(x, y));
        return cell != null && cell.getColumnIndex() == FILE;
    }

    private void columns() {
        column(Messages.column_slot, 3, 30, row -> String.valueOf(row.slot()), row -> null);
        column(Messages.column_purpose, 17, 60, row -> row.report().purpose().title(), row -> null);
        column(Messages.column_policy, 24, 40, row -> row.report().policy().inWords(), row -> null);
        column(Messages.column_state, 12, 60, row -> SlotText.state(row.report()),
                row -> SlotText.stateImage(row.report()));
        column(Messages.column_device, 19, 60, SlotText::device, row -> null);
        column(Messages.column_project, 25, 60, SlotText::project, row -> row.comparison()
                .map(SlotComparison::result).map(SlotText::comparisonImage).orElse(null));
    }

    private void column(String title, int weight, int minimum, Function<SlotRow, String> text,
            Function<SlotRow, @Nullable Images> image) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setResizable(true);
        column.setLabelProvider(new Labels(text, image));
        ColumnWeightData data = new ColumnWeightData(weight, minimum, true);
        weights.add(data);
        layout.setColumnData(column.getColumn(), data);
    }

    Composite area() {
        return area;
    }

    TableViewer viewer() {
        return viewer;
    }

    /** Shows other rows; the selected slot stays selected. */
    void show(SlotsContent content) {
        Object input = viewer.getInput();
        if (input == null || viewer.getTable().getItemCount() != content.rows().size()) {
            viewer.setInput(content.rows());
            return;
        }
        int selected = viewer.getTable().getSelectionIndex();
        viewer.getTable().setRedraw(false);
        try {
            viewer.setInput(content.rows());
        } finally {
            viewer.getTable().setRedraw(true);
        }
        if (selected >= 0) {
            viewer.setSelection(new StructuredSelection(content.rows().get(selected)));
        }
    }

    /** One column. A cell that has no room for all its words shows them when the mouse rests on it. */
    private static final class Labels extends ColumnLabelProvider {

        private final Function<SlotRow, String> text;
        private final Function<SlotRow, @Nullable Images> image;

        Labels(Function<SlotRow, String> text, Function<SlotRow, @Nullable Images> image) {
            this.text = text;
            this.image = image;
        }

        @Override
        public String getText(Object element) {
            return text.apply((SlotRow) element);
        }

        @Override
        public @Nullable Image getImage(Object element) {
            Images icon = image.apply((SlotRow) element);
            return icon == null ? null : icon.image();
        }

        @Override
        public String getToolTipText(Object element) {
            SlotRow row = (SlotRow) element;
            return row.comparison().map(compared -> getText(element) + System.lineSeparator() + compared.sentence())
                    .filter(whole -> row.differs()).orElseGet(() -> getText(element));
        }
    }
}
