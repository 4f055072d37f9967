package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of everybody is written row by row. */
class CsvTableTest {

    private static final int ROWS = 100_000;

    private final AtomicInteger made = new AtomicInteger();
    private final Csv.Table<Row> table =
            new Csv.Table<>(
                    Row.class,
                    ',',
                    () ->
                            IntStream.range(0, ROWS)
                                    .mapToObj(i -> new Row(made.incrementAndGet(), "=text")));

    @Test
    void what_was_made_leaves_before_the_rest_is_made() throws IOException {
        var out = new Watched();
        table.write(out);
        assertThat(out.madeAtFirst).isPositive().isLessThan(ROWS / 10);
        assertThat(made).hasValue(ROWS);
        assertThat(out.lines).isEqualTo(ROWS + 1);
    }

    @Test
    void it_is_the_same_each_time() throws IOException {
        var first = new ByteArrayOutputStream();
        table.write(first);
        made.set(0);
        var second = new ByteArrayOutputStream();
        table.write(second);
        assertThat(second.toByteArray()).isEqualTo(first.toByteArray());
        assertThat(first.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFnumber,text\r\n1,'=text\r\n");
    }

    @Test
    void a_spreadsheet_of_another_country_is_given_its_own_separator() throws IOException {
        var out = new ByteArrayOutputStream();
        new Csv.Table<>(Row.class, ';', () -> Stream.of(new Row(1, "a;b"), new Row(2, "a,b")))
                .write(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFnumber;text\r\n1;\"a;b\"\r\n2;a,b\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1+1→'=1+1",
                "+4→'+4",
                "-4→'-4",
                "@SUM(A1)→'@SUM(A1)",
                "＝1→'＝1",
                "＋1→'＋1",
                "－1→'－1",
                "＠A→'＠A",
                "﹦1→'﹦1",
                " =1→ '=1",
                "Ali;=1+1→Ali;'=1+1",
                "Ali; =1+1→Ali; '=1+1",
                "Ali,＝1→Ali,'＝1",
                "Ali;;=1→Ali;;'=1",
                "علي؛ =1→علي؛ =1",
                "Ali=1→Ali=1",
                "2019-03-01→2019-03-01",
                "Umm-Ali, well→Umm-Ali, well",
            })
    void what_a_spreadsheet_would_compute_is_text(String said, String cell) {
        assertThat(Csv.harmless(said)).isEqualTo(cell);
    }

    @Test
    void a_formula_behind_the_end_of_a_line_or_a_cell_is_text_too() {
        for (String end : List.of("\n", "\r", "\r\n", "\t", "\u000B", "\f", "\u0085", "\u2028")) {
            assertThat(Csv.harmless("Ali" + end + "=1")).isEqualTo("Ali" + end + "'=1");
            assertThat(Csv.harmless("Ali" + end + "\u200B\u00A0@A"))
                    .isEqualTo("Ali" + end + "\u200B\u00A0'@A");
        }
        assertThat(Csv.harmless("\tAli")).isEqualTo("'\tAli");
        assertThat(Csv.harmless("\t=1")).isEqualTo("'\t'=1");
    }

    private record Row(int number, String text) {}

    /** Counts lines, and how many rows were made when the first bytes came. */
    private final class Watched extends OutputStream {

        private int madeAtFirst;
        private int lines;

        @Override
        public void write(int one) {
            if (madeAtFirst == 0) {
                madeAtFirst = made.get();
            }
            if (one == '\n') {
                lines++;
            }
        }
    }
}
