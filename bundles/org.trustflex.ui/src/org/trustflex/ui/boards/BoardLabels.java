package org.trustflex.ui.boards;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
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

/** Names of boards and elements, with what else is worth a glance in quieter letters. */
final class BoardLabels extends LabelProvider implements IStyledLabelProvider {

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
        board.holder().ifPresent(
                holder -> text.append("  " + NLS.bind(Messages.heldBy, holder), StyledString.COUNTER_STYLER));
        return text;
    }

    private static StyledString element(ElementDescription element) {
        StyledString text = new StyledString(element.serialNumber().toString());
        text.append("  " + element.part(), StyledString.QUALIFIER_STYLER);
        String lock = element.configurationLocked() && element.dataLocked() ? Messages.locked : Messages.unlocked;
        text.append("  " + NLS.bind(Messages.element, new Object[] { element.revision(),
                hex(element.i2cAddress()), hex(element.i2cAddress() >> 1), lock }), StyledString.DECORATIONS_STYLER);
        return text;
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
