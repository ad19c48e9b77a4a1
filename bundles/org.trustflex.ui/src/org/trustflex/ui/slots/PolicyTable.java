package org.trustflex.ui.slots;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.config.PolicyBit;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.ui.Images;
import org.trustflex.ui.TrustFlexUi;

/** The bits of a slot's policy. Those that decide about a command are marked: by an arrow and in bold. */
final class PolicyTable {

    private final Composite area;
    private final TableViewer viewer;
    private final TableColumnLayout layout = new TableColumnLayout(true);
    private Optional<Opcode> asked = Optional.empty();

    PolicyTable(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        area.setLayout(layout);
        viewer = new TableViewer(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData(TrustFlexUi.WIDGET_ID, "slot.bits");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(Messages.column_bit, 42, PolicyBit::name, true);
        column(Messages.column_bits, 8, PolicyBit::bits, false);
        column(Messages.column_value, 10, PolicyBit::value, false);
        column(Messages.column_meaning, 40, PolicyBit::meaning, false);
    }

    private void column(String title, int weight, Function<PolicyBit, String> text, boolean mark) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.setLabelProvider(new Labels(text, mark));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 42, true));
    }

    Composite area() {
        return area;
    }

    void show(List<PolicyBit> bits, Optional<Opcode> command) {
        boolean same = bits.equals(viewer.getInput()) && command.equals(asked);
        if (same) {
            return;
        }
        asked = command;
        viewer.setInput(bits);
        bits.stream().filter(this::decides).findFirst().ifPresent(viewer::reveal);
    }

    private boolean decides(PolicyBit bit) {
        return asked.filter(bit::decides).isPresent();
    }

    private final class Labels extends ColumnLabelProvider {

        private final Function<PolicyBit, String> text;
        private final boolean mark;

        Labels(Function<PolicyBit, String> text, boolean mark) {
            this.text = text;
            this.mark = mark;
        }

        @Override
        public String getText(Object element) {
            return text.apply((PolicyBit) element);
        }

        @Override
        public String getToolTipText(Object element) {
            return getText(element);
        }

        @Override
        public @Nullable Image getImage(Object element) {
            return mark && decides((PolicyBit) element) ? Images.DECIDES.image() : null;
        }

        @Override
        public @Nullable Font getFont(Object element) {
            return decides((PolicyBit) element)
                    ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                    : null;
        }
    }
}
