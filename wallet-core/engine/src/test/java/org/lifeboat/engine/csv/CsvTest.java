package org.lifeboat.engine.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cells_areQuotedWhereTheyMustBe() {
        assertThat(new CsvWriter().row("a", "b,c", "d\"e", "f\r\ng", "").toString())
                .isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'quoted"})
    void formula_isDisarmed_andReadBackAsItWas(String cell) {
        String written = new CsvWriter().row(cell, "end").toString();

        assertThat(written.startsWith("'") || written.startsWith("\"'")).isTrue();
        assertThat(CsvReader.read(written)).isEqualTo(rows(1, cell, "end"));
    }

    @Property(tries = 300)
    void reading_undoesWriting(@ForAll @NotEmpty @Size(max = 6) List<String> cells) {
        boolean emptyLine = cells.size() == 1 && cells.getFirst().isEmpty();
        List<CsvReader.Row> expected = emptyLine ? List.of() : List.of(new CsvReader.Row(1, cells));

        assertThat(CsvReader.read(new CsvWriter().row(cells).toString()))
                .isEqualTo(new CsvReader.Outcome.Rows(expected));
    }

    @Property(tries = 300)
    void reading_neverThrows(@ForAll String text) {
        assertThat(CsvReader.read(text)).isNotNull();
    }

    @Test
    void lines_areCountedAcrossQuotedOnes() {
        assertThat(CsvReader.read("\uFEFFa,b\n\n\"c\nd\",e\r\nf,g"))
                .isEqualTo(new CsvReader.Outcome.Rows(List.of(
                        new CsvReader.Row(1, List.of("a", "b")),
                        new CsvReader.Row(3, List.of("c\nd", "e")),
                        new CsvReader.Row(5, List.of("f", "g")))));
    }

    @Test
    void malformedText_isRefusedWithItsLine() {
        assertThat(CsvReader.read("a\nb\"c")).isEqualTo(malformed(2, CsvReader.Flaw.STRAY_QUOTE));
        assertThat(CsvReader.read("a\n\"b\"c")).isEqualTo(malformed(2, CsvReader.Flaw.TEXT_AFTER_QUOTE));
        assertThat(CsvReader.read("\"a")).isEqualTo(malformed(1, CsvReader.Flaw.UNCLOSED_QUOTE));
        assertThat(CsvReader.read("a\rb")).isEqualTo(malformed(1, CsvReader.Flaw.STRAY_RETURN));
    }

    private static CsvReader.Outcome rows(int line, String... cells) {
        return new CsvReader.Outcome.Rows(List.of(new CsvReader.Row(line, List.of(cells))));
    }

    private static CsvReader.Outcome malformed(int line, CsvReader.Flaw flaw) {
        return new CsvReader.Outcome.Malformed(line, flaw);
    }
}
