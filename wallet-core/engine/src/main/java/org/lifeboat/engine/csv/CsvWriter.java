package org.lifeboat.engine.csv;

import java.util.List;

/// Writes rows. Lines end with CR LF, as RFC 4180 section 2 says.
public final class CsvWriter {
    private final StringBuilder text = new StringBuilder();

    public CsvWriter row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(quoted(guarded(cells.get(i))));
        }
        text.append("\r\n");
        return this;
    }

    public CsvWriter row(String... cells) {
        return row(List.of(cells));
    }

    /// A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"). An
    /// apostrophe that stands there already is doubled, so that reading can take exactly one away.
    private static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@\t\r'".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
