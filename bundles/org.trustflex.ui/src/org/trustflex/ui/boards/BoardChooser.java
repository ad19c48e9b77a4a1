package org.trustflex.ui.boards;

import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.trustflex.board.Board;
import org.trustflex.board.SimulatedBoardOptions;
import org.trustflex.launching.WorkspaceBoards;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;

/** Lets the user choose a board from those that there are, by name and serial number, or make a simulated one. */
public final class BoardChooser extends TitleAreaDialog {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".board_chooser";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 160;

    private final BoardCatalog catalog = BoardCatalog.shared();
    private final String purpose;
    private String chosen;
    private String created = "";
    private TableViewer viewer;

    private BoardChooser(Shell shell, String purpose, String preselected) {
        super(shell);
        this.purpose = purpose;
        this.chosen = preselected;
        setShellStyle(getShellStyle() | SWT.RESIZE | SWT.SHEET);
    }

    /**
     * Asks.
     *
     * @param purpose     a sentence that says what the board is for
     * @param preselected the id of the board that is selected at first, if it is there
     * @return the id of the chosen board; empty if the user does not want to choose
     */
    public static Optional<String> ask(Shell shell, String purpose, Optional<String> preselected) {
        BoardChooser chooser = new BoardChooser(shell, purpose, preselected.orElse(""));
        return chooser.open() == Window.OK ? Optional.of(chooser.chosen) : Optional.empty();
    }

    /**
     * Asks for the board of a project that has none.
     *
     * @param projectName the project's name in the workspace
     * @return the id of the chosen board; empty if the user does not want to choose
     */
    public static Optional<String> ask(Shell shell, String projectName) {
        return ask(shell, NLS.bind(Messages.choose_purpose, projectName), Optional.empty());
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.choose_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, HELP);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle(Messages.choose_title);
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(area);
        viewer = new TableViewer(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        viewer.getControl().setData(TrustFlexUi.WIDGET_ID, "choosable boards");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setLabelProvider(new BoardLine());
        viewer.addSelectionChangedListener(event -> selected());
        viewer.addDoubleClickListener(event -> okPressed());
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(viewer.getControl());
        Button create = new Button(area, SWT.PUSH);
        create.setText(Messages.choose_create);
        create.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> createBoard()));
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.TOP).applyTo(create);
        catalog.listeners().addFor(viewer.getControl(), this::show);
        catalog.refresh();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        super.createButtonsForButtonBar(parent);
        show();
    }

    private void show() {
        viewer.setInput(catalog.boards());
        Object selection = catalog.board(created).or(() -> catalog.board(chosen)).or(this::only).orElse(null);
        if (catalog.board(created).isPresent()) {
            created = "";
        }
        viewer.setSelection(selection == null ? StructuredSelection.EMPTY : new StructuredSelection(selection), true);
        selected();
    }

    private Optional<Board> only() {
        return catalog.boards().size() == 1 ? Optional.of(catalog.boards().get(0)) : Optional.empty();
    }

    private void selected() {
        if (viewer.getStructuredSelection().getFirstElement() instanceof Board board) {
            chosen = board.id();
        }
        boolean complete = !viewer.getStructuredSelection().isEmpty();
        setMessage(message(complete));
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(complete);
        }
    }

    private String message(boolean complete) {
        if (complete) {
            return purpose;
        }
        if (!catalog.known()) {
            return Messages.choose_searching;
        }
        return catalog.boards().isEmpty() ? Messages.choose_none : Messages.choose_one;
    }

    @Override
    protected void okPressed() {
        if (!viewer.getStructuredSelection().isEmpty()) {
            super.okPressed();
        }
    }

    private void createBoard() {
        FreeBoardName names = new FreeBoardName();
        InputDialog dialog = new InputDialog(getShell(), Messages.create_title, Messages.create_prompt,
                names.suggestion(), names);
        if (dialog.open() == Window.OK) {
            String name = dialog.getValue();
            created = "sim:" + name;
            new SimulatedBoardJob(NLS.bind(Messages.create_job, name), created, () -> WorkspaceBoards.boards()
                    .simulated().create(name, SimulatedBoardOptions.defaults())).schedule();
        }
    }
}
