package org.trustflex.ui.transactions;

import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.ScrollBar;
import org.trustflex.board.TraceEntry;
import org.trustflex.ui.TrustFlexUi;

/**
 * Commands drawn as a sequence: host, board and element as lines that go down, between them an arrow for each command and
 * one for its reply. Only what is in sight is drawn, so that it does not matter how many there are.
 */
final class SequenceCanvas {

    private static final int ARROW = 5;
    private static final int MARGIN = 6;

    private final Canvas canvas;
    private final IntConsumer selected;
    private final int line;
    private Shown shown = Shown.NOTHING;
    private int selection = -1;

    /** @param selected hears of rows that the user selects */
    SequenceCanvas(Composite parent, IntConsumer selected) {
        this.selected = selected;
        canvas = new Canvas(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
        canvas.setData(TrustFlexUi.WIDGET_ID, "sequence");
        canvas.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        GC gc = new GC(canvas);
        line = gc.getFontMetrics().getHeight() + 4;
        gc.dispose();
        canvas.addPaintListener(event -> paint(event.gc));
        canvas.addListener(SWT.Resize, event -> scrollBar());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> canvas.redraw());
        canvas.addMouseListener(MouseListener.mouseDownAdapter(event -> {
            canvas.setFocus();
            choose(top() + (event.y - line) / rowHeight());
        }));
        canvas.addKeyListener(KeyListener.keyPressedAdapter(event -> key(event.keyCode)));
    }

    Canvas canvas() {
        return canvas;
    }

    private int rowHeight() {
        return 2 * line;
    }

    private int top() {
        return canvas.getVerticalBar().getSelection();
    }

    private int rowsInSight() {
        return Math.max(1, (canvas.getClientArea().height - line) / rowHeight());
    }

    void show(Shown next) {
        boolean atEnd = top() + rowsInSight() >= shown.rows().size();
        if (!next.continues(shown)) {
            selection = -1;
        }
        shown = next;
        scrollBar();
        if (atEnd) {
            canvas.getVerticalBar().setSelection(next.rows().size());
        }
        canvas.redraw();
    }

    private void scrollBar() {
        ScrollBar bar = canvas.getVerticalBar();
        int thumb = rowsInSight();
        bar.setValues(Math.min(top(), Math.max(0, shown.rows().size() - thumb)), 0,
                Math.max(1, shown.rows().size()), Math.min(thumb, Math.max(1, shown.rows().size())), 1, thumb);
    }

    /** Selects a row and brings it into sight; tells nobody. */
    void select(int row) {
        selection = row;
        if (row >= 0 && (row < top() || row >= top() + rowsInSight())) {
            canvas.getVerticalBar().setSelection(Math.max(0, row - rowsInSight() / 2));
        }
        canvas.redraw();
    }

    private void choose(int row) {
        if (row >= 0 && row < shown.rows().size()) {
            select(row);
            selected.accept(row);
        }
    }

    private void key(int code) {
        switch (code) {
            case SWT.ARROW_DOWN -> choose(Math.min(selection + 1, shown.rows().size() - 1));
            case SWT.ARROW_UP -> choose(Math.max(selection - 1, 0));
            case SWT.PAGE_DOWN -> choose(Math.min(selection + rowsInSight(), shown.rows().size() - 1));
            case SWT.PAGE_UP -> choose(Math.max(selection - rowsInSight(), 0));
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(shown.rows().size() - 1);
            default -> {
                // Other keys mean nothing here.
            }
        }
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        int[] lanes = { area.width / 8, area.width / 2, area.width - area.width / 8 };
        for (int row = top(); row < Math.min(shown.rows().size(), top() + rowsInSight() + 2); row++) {
            background(gc, row, line + (row - top()) * rowHeight(), area.width);
        }
        lanes(gc, lanes, area);
        for (int row = top(); row < Math.min(shown.rows().size(), top() + rowsInSight() + 2); row++) {
            row(gc, row, line + (row - top()) * rowHeight(), lanes);
        }
    }

    private void background(GC gc, int row, int y, int width) {
        if (row == selection) {
            gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.fillRectangle(0, y, width, rowHeight());
        }
    }

    private void lanes(GC gc, int[] lanes, Rectangle area) {
        String[] names = { Messages.sequence_host, Messages.sequence_board, Messages.sequence_element };
        for (int i = 0; i < lanes.length; i++) {
            Point size = gc.textExtent(names[i]);
            gc.setForeground(canvas.getForeground());
            gc.drawText(names[i], lanes[i] - size.x / 2, 1, true);
            gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
            gc.drawLine(lanes[i], line, lanes[i], area.height);
        }
    }

    private void row(GC gc, int row, int y, int[] lanes) {
        Transaction transaction = shown.rows().get(row);
        TraceEntry entry = transaction.entry();
        Display display = canvas.getDisplay();
        Color plain = row == selection ? display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT)
                : canvas.getForeground();
        Color answer = transaction.refused() && row != selection ? display.getSystemColor(SWT.COLOR_RED) : plain;
        String slot = entry.slot().isPresent() ? " [" + entry.slot().getAsInt() + "]" : "";
        int down = y + line - 3;
        gc.setForeground(plain);
        arrow(gc, lanes[0], lanes[1], down);
        arrow(gc, lanes[1], lanes[2], down);
        label(gc, entry.command() + slot, lanes[0], lanes[1], y);
        label(gc, TransactionText.duration(entry.executionTime()), lanes[1], lanes[2], y);
        gc.setForeground(answer);
        arrow(gc, lanes[2], lanes[1], down + line);
        arrow(gc, lanes[1], lanes[0], down + line);
        label(gc, TransactionText.status(entry), lanes[0], lanes[1], y + line);
        label(gc, TransactionText.reason(entry), lanes[1], lanes[2], y + line);
        gc.setForeground(plain);
        gc.drawText(String.valueOf(entry.number()), MARGIN, y + 1, true);
    }

    private static void label(GC gc, String text, int from, int to, int y) {
        int room = to - from - 2 * MARGIN;
        String whole = text;
        while (whole.length() > 1 && gc.textExtent(whole).x > room) {
            whole = whole.substring(0, Math.max(1, whole.length() - 2)).stripTrailing();
        }
        String fits = whole.length() < text.length() && whole.length() > 2
                ? whole.substring(0, whole.length() - 2) + "..."
                : whole;
        gc.drawText(fits, from + MARGIN, y, true);
    }

    private static void arrow(GC gc, int from, int to, int y) {
        int direction = to > from ? 1 : -1;
        gc.drawLine(from, y, to, y);
        gc.drawLine(to, y, to - direction * ARROW, y - ARROW / 2 - 1);
        gc.drawLine(to, y, to - direction * ARROW, y + ARROW / 2 + 1);
    }
}
