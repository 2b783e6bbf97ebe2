package org.lifeboat.engine.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what [CsvWriter] or a spreadsheet wrote. Lines may end with LF or CR LF; a byte order mark before the
/// first is passed over.
public final class CsvReader {
    private final String text;
    private int at;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// @param line where the row begins in the file, from 1
    public record Row(int line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public sealed interface Outcome {
        record Rows(List<Row> rows) implements Outcome {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /// @param line from 1
        record Malformed(int line, Flaw flaw) implements Outcome {}
    }

    public enum Flaw {
        /// A quotation mark inside a cell that does not begin with one.
        STRAY_QUOTE,
        /// Something other than a comma or the line's end after a closing quotation mark.
        TEXT_AFTER_QUOTE,
        /// The file ends inside quotation marks.
        UNCLOSED_QUOTE,
        /// A carriage return without a line feed.
        STRAY_RETURN
    }

    /// Empty lines are passed over.
    public static Outcome read(String text) {
        return new CsvReader(text).rows();
    }

    private Outcome rows() {
        List<Row> rows = new ArrayList<>();
        while (at < text.length()) {
            int begins = line;
            List<String> cells = new ArrayList<>();
            Optional<Flaw> flaw;
            do {
                flaw = cell(cells);
                if (flaw.isPresent()) {
                    return new Outcome.Malformed(line, flaw.get());
                }
            } while (comma());
            flaw = lineEnd();
            if (flaw.isPresent()) {
                return new Outcome.Malformed(begins, flaw.get());
            }
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                rows.add(new Row(begins, cells));
            }
        }
        return new Outcome.Rows(rows);
    }

    private Optional<Flaw> cell(List<String> cells) {
        if (at < text.length() && text.charAt(at) == '"') {
            return quotedCell(cells);
        }
        int begin = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '"') {
                return Optional.of(Flaw.STRAY_QUOTE);
            }
            at++;
        }
        cells.add(unguarded(text.substring(begin, at)));
        return Optional.empty();
    }

    private Optional<Flaw> quotedCell(List<String> cells) {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != '"') {
                cell.append(next);
                line += next == '\n' ? 1 : 0;
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                cells.add(unguarded(cell.toString()));
                boolean ends = at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0;
                return ends ? Optional.empty() : Optional.of(Flaw.TEXT_AFTER_QUOTE);
            }
        }
        return Optional.of(Flaw.UNCLOSED_QUOTE);
    }

    private boolean comma() {
        if (at < text.length() && text.charAt(at) == ',') {
            at++;
            return true;
        }
        return false;
    }

    private Optional<Flaw> lineEnd() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
            if (at == text.length() || text.charAt(at) != '\n') {
                return Optional.of(Flaw.STRAY_RETURN);
            }
        }
        at++;
        line++;
        return Optional.empty();
    }

    private static String unguarded(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r'".indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
