package org.trustflex.ui.transactions;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trustflex.ui.Commands;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.slots.ShowSlotHandler;

/** Every command to the active board's element with its reply. Follows the board's record while it can be seen. */
public final class TransactionsView extends ViewPart {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".transactions_view";

    private final StackLayout stack = new StackLayout();
    private TransactionsModel model;
    private FilterBar bar;
    private Composite rows;
    private SashForm sash;
    private TransactionTable table;
    private SequenceCanvas sequence;
    private TransactionDetails details;
    private boolean refusedWanted;

    @Override
    public void createPartControl(Composite container) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(container);
        model = new TransactionsModel(getSite().getWorkbenchWindow());
        bar = new FilterBar(container, model::filter, this::find);
        sash = new SashForm(container, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        rows = new Composite(sash, SWT.NONE);
        rows.setLayout(stack);
        table = new TransactionTable(rows);
        sequence = new SequenceCanvas(rows, this::select);
        details = new TransactionDetails(sash, getSite());
        sash.setWeights(66, 34);
        stack.topControl = table.area();
        table.viewer().addSelectionChangedListener(event -> selected());
        table.viewer().addDoubleClickListener(event -> selection().ifPresent(this::why));
        registerMenu(table.viewer().getTable());
        getSite().setSelectionProvider(table.viewer());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(container, HELP);
        model.listeners().addFor(container, this::update);
        getSite().getPage().addPartListener(new Visibility());
        container.addDisposeListener(event -> model.dispose());
        update();
    }

    private void registerMenu(Table control) {
        MenuManager menu = new MenuManager();
        control.setMenu(menu.createContextMenu(control));
        sequence.canvas().setMenu(control.getMenu());
        getSite().registerContextMenu(menu, table.viewer());
    }

    private void update() {
        Shown shown = model.shown();
        table.show(shown);
        sequence.show(shown);
        bar.count(shown);
        sash.setMaximizedControl(shown.total() == 0 ? details.area() : null);
        selected();
        if (refusedWanted && shown.problem().isEmpty() && shown.boardId().isPresent()) {
            refusedWanted = false;
            selectLastRefused(shown);
        }
    }

    private void selectLastRefused(Shown shown) {
        int row = shown.lastRefused();
        if (row >= 0) {
            select(row);
        } else {
            bar.count(Messages.find_noRefused);
        }
    }

    private void selected() {
        Optional<Transaction> row = selection();
        if (row.isPresent()) {
            details.show(row.get());
            sequence.select(table.viewer().getTable().getSelectionIndex());
        } else {
            Shown shown = model.shown();
            details.say(shown.problem().isEmpty()
                    ? shown.total() == 0 && shown.boardId().isPresent() ? Messages.empty_noCommands
                            : Messages.details_none
                    : shown.problem());
        }
    }

    private Optional<Transaction> selection() {
        int index = table.viewer().getTable().getSelectionIndex();
        List<Transaction> shown = model.shown().rows();
        return index >= 0 && index < shown.size() ? Optional.of(shown.get(index)) : Optional.empty();
    }

    private void select(int row) {
        table.select(row);
        selected();
    }

    private void find(int step) {
        Shown shown = model.shown();
        int from = table.viewer().getTable().getSelectionIndex();
        int row = bar.wanted().isEmpty() ? -1 : shown.find(bar.wanted(), Math.max(from, step > 0 ? -1 : 0), step);
        if (row >= 0) {
            select(row);
            bar.count(shown);
        } else {
            bar.count(Messages.find_none);
        }
    }

    private void why(Transaction row) {
        if (row.refused() && row.entry().slot().isPresent()) {
            Commands.run(getSite(), ShowSlotHandler.COMMAND_ID,
                    Map.of(ShowSlotHandler.SLOT, String.valueOf(row.entry().slot().getAsInt()),
                            ShowSlotHandler.COMMAND, row.entry().command()));
        }
    }

    /** Selects the last command that the element refused, whatever the filter was. */
    public void showLastRefused() {
        refusedWanted = true;
        bar.show(TransactionFilter.OPEN);
        model.setVisible(true);
        model.filter(TransactionFilter.OPEN);
    }

    /** Shows refused commands only, or all again. */
    public void toggleRefusedOnly() {
        TransactionFilter now = model.filter();
        TransactionFilter other = new TransactionFilter(now.text(), !now.refusedOnly(), now.slot());
        bar.show(other);
        model.filter(other);
    }

    /** Switches between the table and the drawing. */
    public void toggleSequence() {
        stack.topControl = sequenceShown() ? table.area() : sequence.canvas();
        rows.layout();
        stack.topControl.setFocus();
    }

    /** Whether the drawing is shown. */
    public boolean sequenceShown() {
        return stack.topControl == sequence.canvas();
    }

    /** Puts the cursor where one types what to find. */
    public void focusFind() {
        bar.focusFind();
    }

    /** Forgets all commands. */
    public void clear() {
        model.clear();
    }

    /** The rows that are shown now. */
    List<Transaction> shownRows() {
        return model.shown().rows();
    }

    TransactionsModel model() {
        return model;
    }

    /** Searches for the board and reads its record again. */
    void refresh() {
        model.look();
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }

    /** Follows while the view is in sight. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == TransactionsView.this) {
                model.setVisible(true);
            }
        }

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == TransactionsView.this) {
                model.setVisible(false);
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == TransactionsView.this) {
                getSite().getPage().removePartListener(this);
            }
        }
    }
}
