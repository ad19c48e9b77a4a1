package org.trustflex.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns as wide as their content, two blanks apart. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<Row> rows = new ArrayList<>();
    private final int[] widths;

    /** A table with these titles above its columns. */
    public TextTable(String... titles) {
        widths = new int[titles.length];
        row(titles);
    }

    /**
     * One row.
     *
     * @param cells what stands in the columns
     * @param notes what stands below it
     */
    private record Row(List<String> cells, List<String> notes) {
    }

    /** Adds a row with as many cells as there are titles. */
    public void row(String... cells) {
        row(Arrays.asList(cells), List.of());
    }

    /** Adds a row with notes on lines of their own below it, indented to the second column. */
    public void row(List<String> cells, List<String> notes) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], cells.get(column).length());
        }
        rows.add(new Row(List.copyOf(cells), List.copyOf(notes)));
    }

    /** Prints the table. */
    public void print(PrintWriter out) {
        for (Row row : rows) {
            out.println(line(row.cells()));
            row.notes().forEach(note -> out.println(" ".repeat(widths[0]) + GAP + note));
        }
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
