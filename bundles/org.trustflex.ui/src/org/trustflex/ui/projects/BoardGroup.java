package org.trustflex.ui.projects;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ComboViewer;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.trustflex.board.Board;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.boards.BoardLine;
import org.trustflex.ui.boards.FreeBoardName;
import org.trustflex.ui.model.BoardCatalog;

/** Lets the user say which board a new project gets: a new simulated one, one that is there, or none yet. */
final class BoardGroup {

    private final FreeBoardName names = new FreeBoardName();
    private final BoardCatalog catalog = BoardCatalog.shared();
    private final Runnable changed;
    private final Button simulated;
    private final Button existing;
    private final Text name;
    private final ComboViewer boards;

    BoardGroup(Composite parent, Runnable changed) {
        this.changed = changed;
        Group group = new Group(parent, SWT.NONE);
        group.setText(Messages.board_group);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(group);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(group);
        simulated = radio(group, Messages.board_simulated, "board simulated");
        simulated.setSelection(true);
        new Label(group, SWT.NONE).setText(Messages.board_name);
        name = new Text(group, SWT.BORDER);
        name.setData(TrustFlexUi.WIDGET_ID, "board name");
        name.setText(names.suggestion());
        name.addModifyListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        existing = radio(group, Messages.board_existing, "board existing");
        boards = new ComboViewer(group, SWT.READ_ONLY);
        boards.getControl().setData(TrustFlexUi.WIDGET_ID, "existing boards");
        boards.setContentProvider(ArrayContentProvider.getInstance());
        boards.setLabelProvider(new BoardLine());
        boards.addSelectionChangedListener(event -> changed.run());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(boards.getControl());
        Button later = radio(group, Messages.board_later, "board later");
        GridDataFactory.swtDefaults().span(3, 1).applyTo(later);
        catalog.listeners().addFor(group, this::showBoards);
        showBoards();
        enable();
        catalog.refresh();
    }

    private Button radio(Composite parent, String label, String id) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(label);
        button.setData(TrustFlexUi.WIDGET_ID, id);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            enable();
            changed.run();
        }));
        return button;
    }

    private void enable() {
        name.setEnabled(simulated.getSelection());
        boards.getControl().setEnabled(existing.getSelection());
    }

    private void showBoards() {
        List<Board> found = catalog.boards();
        Object selected = boards.getStructuredSelection().getFirstElement();
        boards.setInput(found);
        Object again = selected instanceof Board board ? catalog.board(board.id()).orElse(null) : null;
        if (again != null) {
            boards.setSelection(new StructuredSelection(again));
        } else if (!found.isEmpty()) {
            boards.setSelection(new StructuredSelection(found.get(0)));
        }
    }

    /** Why the choice is not complete, or nothing if it is. */
    @Nullable
    String problem() {
        if (simulated.getSelection()) {
            return names.isValid(name.getText());
        }
        boolean missing = existing.getSelection() && boards.getStructuredSelection().isEmpty();
        return missing ? Messages.board_none : null;
    }

    BoardChoice choice() {
        if (simulated.getSelection()) {
            return new BoardChoice.Simulated(name.getText());
        }
        return existing.getSelection() && boards.getStructuredSelection().getFirstElement() instanceof Board board
                ? new BoardChoice.Existing(board.id())
                : new BoardChoice.Later();
    }
}
