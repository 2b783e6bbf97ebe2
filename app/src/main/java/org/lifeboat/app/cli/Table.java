package org.lifeboat.app.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Rows in columns of a terminal. Han characters take two places.
final class Table {
    private static final int GAP = 2;

    private final List<List<String>> rows = new ArrayList<>();
    private final int rightAligned;

    /// @param rightAligned the column whose cells end under each other; -1 for none
    Table(int rightAligned) {
        this.rightAligned = rightAligned;
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(PrintStream out) {
        int[] widths = widths();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == rightAligned ? blanks + row.get(i) : row.get(i) + blanks)
                        .append(" ".repeat(GAP));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return widths;
    }

    private static int width(String cell) {
        return cell.codePoints()
                .map(point -> Character.isIdeographic(point) || point >= 0xff00 || isHanPunctuation(point) ? 2 : 1)
                .sum();
    }

    private static boolean isHanPunctuation(int point) {
        return point >= 0x3000 && point <= 0x303f;
    }
}
