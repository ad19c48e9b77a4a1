package org.trustflex.ui.tests.robot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.trustflex.ui.TrustFlexUi;

/** Finds what a user would look for on the screen. Waits for it to appear. */
public final class Find {

    private Find() {
    }

    /** The visible shell with this title. */
    public static Shell shell(String title) {
        return Await.found("a window called " + title, () -> Arrays.stream(Ui.display().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst().orElse(null));
    }

    /** The visible control with this widget id. */
    public static <T extends Control> T byId(Composite root, Class<T> type, String id) {
        return one(root, type, "with id " + id, control -> id.equals(control.getData(TrustFlexUi.WIDGET_ID)));
    }

    /** The visible button with this label, mnemonics aside. */
    public static Button button(Composite root, String label) {
        return one(root, Button.class, "labelled " + label, button -> plain(button.getText()).equals(label));
    }

    /** The visible link whose text contains this. */
    public static Link link(Composite root, String part) {
        return one(root, Link.class, "saying " + part, link -> link.getText().contains(part));
    }

    /** The first visible text field. */
    public static Text text(Composite root) {
        return one(root, Text.class, "to type into", text -> text.isEnabled());
    }

    /** The visible tool bar item with this tool tip or label. */
    public static ToolItem toolItem(Composite root, String name) {
        return Await.found("tool bar item " + name, () -> controls(root, ToolBar.class).stream()
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(item -> name.equals(item.getToolTipText()) || name.equals(item.getText())).findFirst()
                .orElse(null));
    }

    /** The row of a tree, at any depth that is shown, whose first column begins so. */
    public static TreeItem row(Tree tree, String beginning) {
        return Await.found("row " + beginning, () -> row(tree.getItems(), beginning));
    }

    /** The row of a table whose cell in this column begins so. */
    public static TableItem row(Table table, int column, String beginning) {
        return Await.found("row " + beginning, () -> Arrays.stream(table.getItems())
                .filter(item -> item.getText(column).startsWith(beginning)).findFirst().orElse(null));
    }

    private static TreeItem row(TreeItem[] items, String beginning) {
        for (TreeItem item : items) {
            if (item.getText().startsWith(beginning)) {
                return item;
            }
            TreeItem below = row(item.getItems(), beginning);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    /** Waits for the one visible control that fits. */
    public static <T extends Control> T one(Composite root, Class<T> type, String what, Predicate<T> fits) {
        return Await.found(type.getSimpleName() + " " + what,
                () -> controls(root, type).stream().filter(fits).findFirst().orElse(null));
    }

    /** All visible controls of a type below a composite. */
    public static <T extends Control> List<T> controls(Composite root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (control.isDisposed() || !control.isVisible()) {
            return;
        }
        if (type.isInstance(control)) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** A label without its mnemonic. */
    public static String plain(String label) {
        return label.replace("&", "");
    }
}
