package org.trustflex.ui.tests.robot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.forms.widgets.Hyperlink;

/**
 * How the workbench that was started looks: light or dark. No test switches a running one: the platform then touches rows
 * that the window system has freed.
 */
public enum Theme {
    LIGHT, DARK;

    /** WCAG 2.1, success criterion 1.4.3. */
    public static final double READABLE = 4.5;
    /**
     * What success criterion 1.4.11 asks of whatever is to be seen at all. The platform's own dark dialogs have 3.9 for all
     * their texts, and ours are inside them: more can't be asked of a text whose colours are the platform's.
     */
    private static final double VISIBLE = 3;

    /** The theme that the workbench was started with. */
    public static Theme current() {
        return luminance(Ui.get(() -> Desk.shell().getBackground().getRGB())) < 0.2 ? DARK : LIGHT;
    }

    /** Which texts in a window can't be read for want of contrast, and how they are coloured. */
    public static List<String> unreadable(Composite root) {
        return Ui.get(() -> Find.controls(root, Control.class).stream().filter(Control::isEnabled)
                .flatMap(Theme::inks).filter(ink -> !ink.text().isBlank())
                .filter(ink -> contrast(ink.fore().getRGB(), ink.back().getRGB()) < VISIBLE).map(Ink::toString)
                .distinct().toList());
    }

    /** A text with its colours. */
    private record Ink(String text, Color fore, Color back) {

        @Override
        public String toString() {
            return "\"" + text + "\" " + fore.getRGB() + " on " + back.getRGB();
        }
    }

    private static Stream<Ink> inks(Control control) {
        if (control instanceof Table table && (table.getStyle() & SWT.VIRTUAL) == 0) {
            return Arrays.stream(table.getItems()).flatMap(item -> inks(table, item));
        }
        if (control instanceof Tree tree) {
            List<Ink> found = new ArrayList<>();
            collect(tree.getItems(), found);
            return found.stream();
        }
        return text(control).map(text -> new Ink(text, control.getForeground(), control.getBackground()));
    }

    private static Stream<Ink> inks(Table table, TableItem item) {
        return Stream.iterate(0, i -> i + 1).limit(Math.max(1, table.getColumnCount()))
                .map(i -> new Ink(item.getText(i), item.getForeground(i), item.getBackground(i)));
    }

    private static void collect(TreeItem[] items, List<Ink> found) {
        for (TreeItem item : items) {
            found.add(new Ink(item.getText(), item.getForeground(), item.getBackground()));
            collect(item.getItems(), found);
        }
    }

    private static Stream<String> text(Control control) {
        if (control instanceof Label label) {
            return Stream.of(label.getText());
        }
        if (control instanceof Link link) {
            return Stream.of(link.getText());
        }
        if (control instanceof Text field) {
            return Stream.of(field.getText());
        }
        if (control instanceof StyledText text) {
            return Stream.of(text.getText());
        }
        return control instanceof Hyperlink link ? Stream.of(link.getText()) : Stream.empty();
    }

    /** The contrast between two colours, from 1 to 21 (WCAG 2.1, contrast ratio). */
    public static double contrast(RGB one, RGB other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB color) {
        double[] parts = Stream.of(color.red, color.green, color.blue)
                .mapToDouble(part -> part <= 10 ? part / 255.0 / 12.92 : Math.pow((part / 255.0 + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
