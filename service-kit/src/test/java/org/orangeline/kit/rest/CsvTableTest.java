package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table of everybody is written row by row. */
class CsvTableTest {

    private static final int ROWS = 100_000;

    private final AtomicInteger made = new AtomicInteger();
    private final Csv.Table<Row> table =
            new Csv.Table<>(
                    Row.class,
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
