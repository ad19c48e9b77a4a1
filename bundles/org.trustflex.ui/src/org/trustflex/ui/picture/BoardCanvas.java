package org.trustflex.ui.picture;

import java.util.Optional;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.trustflex.ui.TrustFlexUi;

/** The drawing of a board, as large as there is room for. */
final class BoardCanvas {

    private static final int FONT_HEIGHT = 7;

    private final Canvas canvas;
    private final Font font;
    private Optional<BoardPicture> picture = Optional.empty();
    private String words = "";

    /** @param reset called when the reset switch is clicked */
    BoardCanvas(Composite parent, Runnable reset) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData(TrustFlexUi.WIDGET_ID, "board picture");
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), canvas);
        font = resources.create(FontDescriptor.createFrom(JFaceResources.getDefaultFont()).setHeight(FONT_HEIGHT));
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addMouseListener(MouseListener.mouseUpAdapter(event -> {
            if (event.button == 1 && BoardDrawing.RESET.contains(onBoard(new Point(event.x, event.y)))) {
                reset.run();
            }
        }));
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = words;
            }
        });
    }

    Canvas control() {
        return canvas;
    }

    /**
     * Shows a board.
     *
     * @param sentence what the picture says, for those who can't see it
     */
    void show(BoardPicture board, String sentence) {
        picture = Optional.of(board);
        words = sentence;
        canvas.redraw();
    }

    private void paint(GC gc) {
        if (picture.isEmpty()) {
            return;
        }
        Transform transform = new Transform(gc.getDevice());
        try {
            Point origin = origin();
            transform.translate(origin.x, origin.y);
            transform.scale((float) scale(), (float) scale());
            gc.setTransform(transform);
            gc.setAntialias(SWT.ON);
            gc.setFont(font);
            new BoardDrawing(gc, picture.get()).draw();
        } finally {
            gc.setTransform(null);
            transform.dispose();
        }
    }

    private double scale() {
        Point size = canvas.getSize();
        return Math.max(0.1,
                Math.min((double) size.x / BoardDrawing.WIDTH, (double) size.y / BoardDrawing.HEIGHT));
    }

    private Point origin() {
        Point size = canvas.getSize();
        return new Point((int) (size.x - scale() * BoardDrawing.WIDTH) / 2,
                (int) (size.y - scale() * BoardDrawing.HEIGHT) / 2);
    }

    private Point onBoard(Point mouse) {
        Point origin = origin();
        return new Point((int) ((mouse.x - origin.x) / scale()), (int) ((mouse.y - origin.y) / scale()));
    }

    /** Where the reset switch is on the screen, for tests that push it. */
    Point resetSwitch() {
        Point origin = origin();
        return new Point(origin.x + (int) (scale() * (BoardDrawing.RESET.x + BoardDrawing.RESET.width / 2)),
                origin.y + (int) (scale() * (BoardDrawing.RESET.y + BoardDrawing.RESET.height / 2)));
    }
}
