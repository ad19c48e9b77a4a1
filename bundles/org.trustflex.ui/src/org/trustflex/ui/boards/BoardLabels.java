package org.trustflex.ui.boards;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.IToolTipProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.BoardDescription;
import org.trustflex.board.BoardKind;
import org.trustflex.board.ElementDescription;
import org.trustflex.ui.Images;
import org.trustflex.ui.StateColor;

/**
 * Names of boards and elements, with what is worth a glance in quieter letters and short enough for a narrow view. The rest
 * is in the tooltip, and in the Properties view.
 */
final class BoardLabels extends LabelProvider implements IStyledLabelProvider, IToolTipProvider {

    private static final Styler ATTENTION = StyledString.createColorRegistryStyler(StateColor.ATTENTION.id(), null);

    @Override
    public StyledString getStyledText(Object element) {
        if (element instanceof BoardNode node) {
            return board(node.board().description());
        }
        if (element instanceof ElementNode node) {
            return element(node.element());
        }
        if (element instanceof KitGoneNode) {
            return new StyledString(Messages.kitGone, ATTENTION);
        }
        return new StyledString(element instanceof ProblemNode problem ? problem.sentence() : "", ATTENTION);
    }

    private static StyledString board(BoardDescription board) {
        StyledString text = new StyledString(board.id());
        text.append("  " + board.program(), StyledString.DECORATIONS_STYLER);
        if (board.holder().isPresent()) {
            text.append("  " + Messages.inUse, StyledString.COUNTER_STYLER);
        }
        return text;
    }

    /** What tells it from its neighbours: which preconfigured part it is, or that it is not locked yet. */
    private static StyledString element(ElementDescription element) {
        StyledString text = new StyledString(element.serialNumber().toString());
        String kind = element.part().substring(element.part().indexOf('-') + 1).replaceFirst("^ATECC", "");
        return text.append("  " + (isLocked(element) ? kind : Messages.unlocked), StyledString.QUALIFIER_STYLER);
    }

    private static boolean isLocked(ElementDescription element) {
        return element.configurationLocked() && element.dataLocked();
    }

    @Override
    public @Nullable String getToolTipText(Object shown) {
        if (shown instanceof ElementNode node) {
            ElementDescription element = node.element();
            return NLS.bind(Messages.element, new Object[] { element.serialNumber(), element.part(),
                    element.revision(), hex(element.i2cAddress()), hex(element.i2cAddress() >> 1),
                    isLocked(element) ? Messages.locked : Messages.unlocked });
        }
        if (shown instanceof BoardNode node) {
            return node.board().description().holder().map(holder -> NLS.bind(Messages.heldBy, holder)).orElse(null);
        }
        return shown instanceof ProblemNode problem ? problem.sentence() : null;
    }

    private static String hex(int address) {
        return String.format("0x%02X", address);
    }

    @Override
    public @Nullable Image getImage(Object element) {
        if (element instanceof BoardNode node) {
            boolean simulated = node.board().description().kind() == BoardKind.SIMULATED;
            return (simulated ? Images.BOARD_SIMULATED : Images.BOARD).image();
        }
        return element instanceof ElementNode ? Images.ELEMENT.image() : Images.WARNING.image();
    }
}
