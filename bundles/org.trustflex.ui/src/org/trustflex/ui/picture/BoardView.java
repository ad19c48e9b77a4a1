package org.trustflex.ui.picture;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.trustflex.ui.Commands;
import org.trustflex.ui.TrustFlexUi;
import org.trustflex.ui.model.ActiveBoard;
import org.trustflex.ui.model.BoardCatalog;

/** The board as a picture, with its LED as it is now. A program runs at most until the view is closed, if nobody else looks. */
public final class BoardView extends ViewPart {

    private static final String HELP = TrustFlexUi.PLUGIN_ID + ".board_view";
    private static final int LOOK_MILLISECONDS = 500;

    private final StackLayout stack = new StackLayout();
    private Composite parent;
    private Composite page;
    private Link empty;
    private BoardCanvas canvas;
    private Link sentence;
    private BoardModel model;

    @Override
    public void createPartControl(Composite container) {
        model = new BoardModel(ActiveBoard.of(getSite().getWorkbenchWindow()));
        parent = new Composite(container, SWT.NONE);
        parent.setLayout(stack);
        empty = link(parent, "board empty");
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(4, 4).spacing(0, 4).applyTo(page);
        canvas = new BoardCanvas(page, () -> Commands.run(getSite(), BoardSentence.RESET));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas.control());
        sentence = link(page, "board sentence");
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(sentence);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(container, HELP);
        model.listeners().addFor(parent, this::show);
        model.open(this::blinked);
        getSite().getPage().addPartListener(new Visibility());
        show();
    }

    private Link link(Composite in, String id) {
        Link link = new Link(in, SWT.WRAP);
        link.setData(TrustFlexUi.WIDGET_ID, id);
        link.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> Commands.run(getSite(), event.text)));
        return link;
    }

    /** The LED went on or off; comes from the thread that runs the MCU. */
    private void blinked() {
        Display display = parent.isDisposed() ? null : parent.getDisplay();
        if (display != null) {
            display.asyncExec(this::showPicture);
        }
    }

    private void show() {
        Optional<BoardPicture> picture = model.picture();
        stack.topControl = picture.isPresent() ? page : empty;
        if (picture.isPresent()) {
            showPicture();
        } else {
            setText(empty, BoardSentence.ofNoBoard(model.id()));
        }
        parent.layout();
        if (picture.map(BoardPicture::running).orElse(false)) {
            parent.getDisplay().timerExec(LOOK_MILLISECONDS, this::lookAgain);
        }
    }

    /** An LED that is steady tells nothing, so somebody has to look. */
    private void lookAgain() {
        if (!parent.isDisposed() && model.picture().map(BoardPicture::running).orElse(false)) {
            showPicture();
            parent.getDisplay().timerExec(LOOK_MILLISECONDS, this::lookAgain);
        }
    }

    private void showPicture() {
        Optional<BoardPicture> picture = model.picture();
        if (parent.isDisposed() || picture.isEmpty()) {
            return;
        }
        BoardSentence says = BoardSentence.of(picture.get());
        canvas.show(picture.get(), says.plain());
        if (setText(sentence, says.text())) {
            page.layout();
        }
    }

    private static boolean setText(Link link, String text) {
        boolean other = !link.getText().equals(text);
        if (other) {
            link.setText(text);
        }
        return other;
    }

    @Override
    public void setFocus() {
        (stack.topControl == page ? sentence : empty).setFocus();
    }

    @Override
    public void dispose() {
        model.close();
        super.dispose();
    }

    /** Searches for boards when the view comes into sight and nobody has yet. */
    private final class Visibility implements IPartListener2 {

        @Override
        public void partVisible(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == BoardView.this && !BoardCatalog.shared().known()) {
                BoardCatalog.shared().refresh();
            }
        }

        @Override
        public void partClosed(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == BoardView.this) {
                getSite().getPage().removePartListener(this);
            }
        }
    }
}
