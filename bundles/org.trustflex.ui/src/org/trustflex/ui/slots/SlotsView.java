package org.trustflex.ui.slots;

import java.util.Optional;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.trustflex.atecc.packet.Opcode;
import org.trustflex.ui.Commands;
import org.trustflex.ui.TrustFlexUi;

/** The 16 slots of the active board's element, beside what the project's files say. Reads while it can be seen. */
public final class SlotsView extends ViewPart {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".slots_view";
    private static final String DETAILS = "details";
    private static final String OPEN_FILE = "org.trustflex.ui.slots.openFile";
    /** Below that width there is not enough room for all columns and the details beside them. */
    private static final int WIDE = 1200;

    private @Nullable IMemento memento;
    private SlotsModel model;
    private SlotsPages pages;
    private SashForm sash;
    private SlotTable table;
    private SlotDetails details;
    private Optional<Boolean> chosen = Optional.empty();
    private Optional<Integer> wanted = Optional.empty();
    private Optional<Opcode> asked = Optional.empty();

    @Override
    public void init(IViewSite site, @Nullable IMemento state) throws PartInitException {
        super.init(site, state);
        memento = state;
    }

    @Override
    public void createPartControl(Composite container) {
        container.setLayout(new FillLayout());
        model = new SlotsModel(getSite().getWorkbenchWindow());
        pages = new SlotsPages(container, getSite());
        sash = new SashForm(pages.contentArea(), SWT.HORIZONTAL | SWT.SMOOTH);
        table = new SlotTable(sash);
        details = new SlotDetails(sash, getSite());
        chosen = Optional.ofNullable(memento).map(state -> state.getBoolean(DETAILS));
        sash.addListener(SWT.Resize, event -> arrange());
        table.viewer().addSelectionChangedListener(event -> selected());
        table.viewer().getTable().addMouseListener(MouseListener.mouseDoubleClickAdapter(this::doubleClicked));
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
        getSite().registerContextMenu(menu, table.viewer());
    }

    private void update() {
        SlotsContent content = model.content();
        pages.show(content, model.reading(), model.updated());
        table.show(content);
        wanted.ifPresent(this::select);
        if (content.boardId().isPresent() && content.rows().isEmpty() && content.problem().isEmpty()
                && getSite().getPage().isPartVisible(this)) {
            model.readOnce();
        }
        selected();
    }

    /** Shows what is known now and paints it. */
    void showKnown() {
        update();
        table.area().update();
    }

    private void selected() {
        Optional<SlotRow> row = selection();
        if (row.isEmpty()) {
            details.clear();
            return;
        }
        if (wanted.filter(slot -> slot != row.get().slot()).isPresent()) {
            wanted = Optional.empty();
            asked = Optional.empty();
        }
        details.show(row.get(), model.content().chain(), asked);
        getViewSite().getActionBars().getStatusLineManager().setMessage(NLS.bind(Messages.details_policy,
                row.get().report().policy().inWords()));
    }

    private Optional<SlotRow> selection() {
        return Optional.ofNullable((SlotRow) table.viewer().getStructuredSelection().getFirstElement());
    }

    private void select(int slot) {
        model.content().row(slot).filter(row -> !Optional.of(row).equals(selection()))
                .ifPresent(row -> table.viewer().setSelection(new StructuredSelection(row), true));
    }

    /**
     * Selects a slot and marks the bits that decide about a command. If the slots are just being read, that happens when
     * they are there.
     *
     * @param slot    0 to 15
     * @param command the command that somebody asks about, if any
     */
    public void show(int slot, Optional<Opcode> command) {
        wanted = Optional.of(slot);
        asked = command;
        showDetails(true);
        details.showPolicy();
        select(slot);
        selected();
    }

    /** Reads the slots again. */
    public void refresh() {
        model.refresh();
    }

    /** Shows or hides the pane beside the table. As long as nobody has decided, it is there where there is room. */
    public void showDetails(boolean shown) {
        chosen = Optional.of(shown);
        arrange();
    }

    private void arrange() {
        boolean wide = sash.getSize().x >= WIDE;
        boolean shown = chosen.orElse(wide);
        sash.setMaximizedControl(shown ? null : table.area());
        sash.setWeights(wide ? 60 : 42, wide ? 40 : 58);
        table.setCompact(shown && !wide);
    }

    private void doubleClicked(MouseEvent event) {
        if (table.isFile(event.x, event.y)) {
            Commands.run(getSite(), OPEN_FILE);
        } else {
            showDetails(true);
        }
    }

    /** Whether the pane beside the table is shown. */
    public boolean detailsShown() {
        return sash.getMaximizedControl() == null;
    }

    @Override
    public void saveState(IMemento state) {
        chosen.ifPresent(shown -> state.putBoolean(DETAILS, shown));
    }

    @Override
    public void setFocus() {
        pages.setFocus(table.viewer().getTable());
    }

    /** Reads when the view comes into sight. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == SlotsView.this) {
                model.readOnce();
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == SlotsView.this) {
                getSite().getPage().removePartListener(this);
            }
        }
    }
}
