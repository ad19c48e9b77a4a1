package org.trustflex.ui.tests.robot;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** Moves the mouse and types, as a user does: real events, through the window system. Counts the clicks. */
public final class Robot {

    private static final int STILL = 10;
    private static final int MOST_TRIES = 3;
    private static final int MOST_ITEMS = 60;

    private int clicks;

    /** How many times the mouse was clicked. */
    public int clicks() {
        return clicks;
    }

    /**
     * Clicks in the middle of a control. A button that was pressed and did not notice, because the window system was busy
     * with its focus, is clicked again, as everybody would.
     */
    public void click(Control control) {
        Await.until("a control can be clicked", () -> control.isVisible() && control.isEnabled());
        Point size = Ui.get(control::getSize);
        if (control instanceof Button) {
            clickUntilNoticed(control, control, size.x / 2, size.y / 2);
        } else {
            click(control, size.x / 2, size.y / 2);
        }
    }

    private void clickUntilNoticed(Widget widget, Control control, int x, int y) {
        AtomicBoolean noticed = new AtomicBoolean();
        // Before the widget's own listeners, which may open a dialog and come back when that is closed.
        Listener first = event -> noticed.compareAndSet(false, event.widget == widget);
        Ui.run(() -> Ui.display().addFilter(SWT.Selection, first));
        click(control, x, y);
        for (int again = 0; again < MOST_TRIES && !Await.soon(() -> noticed.get() || widget.isDisposed()); again++) {
            clicks--;
            click(control, x, y);
        }
        Ui.run(() -> Ui.display().removeFilter(SWT.Selection, first));
    }

    /** Clicks at a place in a control. */
    public void click(Control control, int x, int y) {
        settle(control);
        Point at = Ui.get(() -> control.toDisplay(x, y));
        Ui.run(() -> move(at));
        Await.idle();
        // A tool tip may lie there: the mouse trembles until it goes away.
        int[] looks = new int[1];
        Await.until("the mouse is over the control", () -> {
            boolean there = Ui.display().getCursorControl() == control;
            if (!there && ++looks[0] % STILL == 0) {
                move(new Point(at.x + looks[0] / STILL % 2, at.y));
            }
            return there;
        });
        click(at, 1);
    }

    /**
     * Follows a link of a form, by the keyboard: the events that can be posted on GTK do not tell where in a control the
     * mouse was pressed, and such a link looks whether it was inside. Counts as a click.
     */
    public void follow(Hyperlink link) {
        AtomicBoolean noticed = new AtomicBoolean();
        Listener first = event -> noticed.compareAndSet(false, event.widget == link && event.character == SWT.CR);
        Ui.run(() -> Ui.display().addFilter(SWT.KeyDown, first));
        clicks++;
        for (int tries = 0; tries < MOST_TRIES && !noticed.get(); tries++) {
            settle(link);
            focus(link);
            press(SWT.CR);
            Await.soon(noticed::get);
        }
        Ui.run(() -> Ui.display().removeFilter(SWT.KeyDown, first));
    }

    /**
     * Gives a control the focus. A part that comes to the front gives it to what it holds dearest: it is asked for until it
     * stays.
     */
    public void focus(Control control) {
        int[] same = new int[1];
        Await.until("a control keeps the focus", () -> {
            same[0] = control.isFocusControl() ? same[0] + 1 : 0;
            if (same[0] == 0) {
                control.forceFocus();
            }
            return same[0] >= STILL;
        });
    }

    /** Brings a tab to the front, by the keyboard for the same reason. Counts as a click. */
    public void select(CTabFolder tabs, String label) {
        settle(tabs);
        clicks++;
        for (int tries = 0; tries < MOST_ITEMS && !Ui.get(() -> tabs.getSelection().getText().equals(label)); tries++) {
            focus(tabs);
            press(SWT.ARROW_RIGHT);
        }
        Await.until(label + " is in front", () -> tabs.getSelection().getText().equals(label));
    }

    /** Clicks a tool bar item. */
    public void click(ToolItem item) {
        Await.until("tool bar item can be clicked", item::isEnabled);
        Rectangle bounds = Ui.get(item::getBounds);
        clickUntilNoticed(item, Ui.get(item::getParent), bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }

    /** Selects a row of a tree by clicking at its text. */
    public void click(TreeItem item) {
        Tree tree = Ui.get(item::getParent);
        Ui.run(() -> tree.showItem(item));
        Rectangle bounds = Ui.get(() -> item.getTextBounds(0));
        click(tree, bounds.x + Math.min(10, bounds.width / 2), bounds.y + bounds.height / 2);
    }

    /** Selects a row of a table by clicking at its first cell's text. */
    public void click(TableItem item) {
        Table table = Ui.get(item::getParent);
        Rectangle bounds = Await.found("the row comes into sight", () -> inSight(table, item));
        click(table, bounds.x + Math.min(6, bounds.width / 2), bounds.y + bounds.height / 2);
    }

    /** The window system scrolls when it comes to it. */
    private static Rectangle inSight(Table table, TableItem item) {
        Rectangle area = table.getClientArea();
        Rectangle bounds = item.getTextBounds(0);
        boolean whole = bounds.y >= area.y + table.getHeaderHeight() / 2
                && bounds.y + bounds.height <= area.y + area.height;
        if (!whole) {
            table.showItem(item);
        }
        return whole ? bounds : null;
    }

    /** A window that has just opened is moved and resized by the window manager: a click before that would miss. */
    private static void settle(Control control) {
        Rectangle[] last = new Rectangle[1];
        int[] same = new int[1];
        Await.until("the window stands still in front", () -> {
            Rectangle now = Ui.display().map(control.getParent(), null, control.getBounds());
            same[0] = now.equals(last[0]) ? same[0] + 1 : 0;
            last[0] = now;
            return same[0] >= STILL && Ui.display().getActiveShell() == control.getShell();
        });
    }

    private void click(Point at, int button) {
        clicks++;
        post(SWT.MouseDown, at, button);
        post(SWT.MouseUp, at, button);
        Await.idle();
    }

    /** To be called on the user interface's thread: newer platforms move the mouse on no other. */
    private static void move(Point to) {
        Event event = new Event();
        event.type = SWT.MouseMove;
        event.x = to.x;
        event.y = to.y;
        Ui.display().post(event);
    }

    private static void post(int type, Point at, int button) {
        Event event = new Event();
        event.type = type;
        event.x = at.x;
        event.y = at.y;
        event.button = button;
        Ui.display().post(event);
        Await.idle();
    }

    /** Presses and releases a key, such as SWT.F5 or SWT.CR. */
    public void press(int keyCode) {
        key(SWT.KeyDown, keyCode);
        key(SWT.KeyUp, keyCode);
        Await.idle();
    }

    /** Presses a key while another, such as SWT.CTRL, is held down. */
    public void press(int modifier, int keyCode) {
        key(SWT.KeyDown, modifier);
        press(keyCode);
        key(SWT.KeyUp, modifier);
        Await.idle();
    }

    /**
     * Opens the context menu of the control that has the focus, goes down through it and its submenus and chooses an item:
     * all with keys, as the mouse can't be posted into a menu of the window system.
     */
    public void chooseByKeys(Control control, String... labels) {
        settle(control);
        focus(control);
        AtomicReference<String> armed = new AtomicReference<>("");
        Listener watch = event -> armed.set(event.widget instanceof MenuItem item ? plain(item) : "");
        Ui.run(() -> Ui.display().addFilter(SWT.Arm, watch));
        try {
            press(SWT.SHIFT, SWT.F10);
            for (int depth = 0; depth < labels.length; depth++) {
                arm(armed, labels[depth]);
                press(depth < labels.length - 1 ? SWT.ARROW_RIGHT : SWT.CR);
                clicks++;
            }
        } finally {
            Ui.run(() -> Ui.display().removeFilter(SWT.Arm, watch));
        }
    }

    private void arm(AtomicReference<String> armed, String label) {
        Set<String> seen = new LinkedHashSet<>();
        for (int steps = 0; steps < MOST_ITEMS && !armed.get().equals(label); steps++) {
            String before = armed.get();
            press(SWT.ARROW_DOWN);
            Await.soon(() -> !armed.get().equals(before));
            seen.add(armed.get());
        }
        if (!armed.get().equals(label)) {
            Screenshot.take("no-menu-item");
            throw new AssertionError("No menu item " + label + ", but " + seen);
        }
    }

    private static String plain(MenuItem item) {
        return Find.plain(item.getText()).replaceAll("\t.*", "").replaceFirst("^\\d ", "");
    }

    private static void key(int type, int keyCode) {
        Event event = new Event();
        event.type = type;
        event.keyCode = keyCode;
        if (keyCode < SWT.KEYCODE_BIT) {
            event.character = (char) keyCode;
        }
        Ui.display().post(event);
        Await.idle();
    }

    /** Types a text into whatever has the focus. */
    public void type(String text) {
        for (char character : text.toCharArray()) {
            boolean shift = Character.isUpperCase(character);
            if (shift) {
                key(SWT.KeyDown, SWT.SHIFT);
            }
            press(Character.toLowerCase(character));
            if (shift) {
                key(SWT.KeyUp, SWT.SHIFT);
            }
        }
    }

    /** Opens the context menu of a control and chooses an item. */
    public void choose(Control control, String item) {
        Menu menu = Ui.get(control::getMenu);
        Ui.run(() -> menu.notifyListeners(SWT.Show, new Event()));
        MenuItem found = Await.found("menu item " + item, () -> item(menu, item));
        Await.until(item + " is enabled", found::isEnabled);
        clicks += 2;
        Ui.start(() -> {
            found.notifyListeners(SWT.Selection, new Event());
            menu.notifyListeners(SWT.Hide, new Event());
        });
    }

    private static MenuItem item(Menu menu, String label) {
        for (MenuItem item : menu.getItems()) {
            if (plain(item).equals(label)) {
                return item;
            }
        }
        return null;
    }
}
