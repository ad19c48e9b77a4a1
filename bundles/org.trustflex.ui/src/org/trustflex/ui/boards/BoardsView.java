package org.trustflex.ui.boards;

import java.util.List;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.trustflex.ui.CommandLink;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.BoardCatalog;

/** Boards and their secure elements as a tree. Searches while it can be seen, and only then. */
public final class BoardsView extends ViewPart {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".boards_view";

    private final BoardCatalog catalog = BoardCatalog.shared();
    private final StackLayout stack = new StackLayout();
    private Composite parent;
    private TreeViewer viewer;
    private Link empty;
    private List<BoardNode> shown = List.of();

    @Override
    public void createPartControl(Composite container) {
        parent = new Composite(container, SWT.NONE);
        parent.setLayout(stack);
        viewer = new TreeViewer(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getControl().setData(TrustFlexUi.WIDGET_ID, "boards");
        viewer.setContentProvider(new BoardsContent());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new BoardLabels()));
        ColumnViewerToolTipSupport.enableFor(viewer);
        empty = CommandLink.create(parent, Messages.empty,
                getSite().getService(IHandlerService.class), "org.trustflex.ui.boards.create");
        registerMenu();
        getSite().setSelectionProvider(viewer);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(container, HELP);
        catalog.listeners().addFor(parent, this::show);
        getSite().getPage().addPartListener(new Visibility());
        show();
    }

    private void registerMenu() {
        MenuManager menu = new MenuManager();
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(menu, viewer);
    }

    private void show() {
        boolean nothing = catalog.known() && catalog.boards().isEmpty() && catalog.problems().isEmpty();
        stack.topControl = nothing ? empty : viewer.getControl();
        parent.layout();
        if (viewer.getInput() == null) {
            viewer.setInput(catalog);
        } else {
            viewer.refresh();
        }
        expandNewBoards();
    }

    /** A board that was not there before shows its elements; one that the user has collapsed stays so. */
    private void expandNewBoards() {
        List<BoardNode> boards = catalog.boards().stream().map(BoardNode::new).toList();
        boards.stream().filter(board -> !shown.contains(board)).forEach(board -> viewer.expandToLevel(board, 1));
        shown = boards;
    }

    @Override
    public void setFocus() {
        stack.topControl.setFocus();
    }

    /** Searches when the view comes into sight. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == BoardsView.this) {
                catalog.refresh();
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == BoardsView.this) {
                getSite().getPage().removePartListener(this);
            }
        }
    }
}
