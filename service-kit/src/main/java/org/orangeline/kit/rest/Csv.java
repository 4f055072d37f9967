package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.View;

/**
 * A list as CSV for a spreadsheet: all of it, UTF-8 with a byte order mark. One column for each
 * component of the items' record; a record inside gives a column for each of its own. What a
 * spreadsheet would take for a formula, in any country, is preceded by an apostrophe.
 */
@ApplicationScoped
public class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    /** Query parameter: csv or json. */
    static final String FORMAT = "format";

    /** Query parameter of a table: comma, semicolon or tab. */
    static final String SEPARATOR = "separator";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * What a spreadsheet may begin to compute: the signs themselves, and those of full and small
     * width, which are made into them when a cell is entered in Chinese, Japanese or Korean.
     */
    private static final String SIGNS = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B";

    /** Spaces, and what cannot be seen. */
    private static final String BLANK = "[\\s\\p{Z}\\p{Cf}]*+";

    /**
     * Where a cell begins: at its own beginning, and behind whatever a spreadsheet of another
     * country takes for the end of a cell.
     */
    private static final Pattern FORMULA =
            Pattern.compile(
                    "(\\A|[;,\t\r\n\u000B\f\u0085\u2028\u2029])("
                            + BLANK
                            + ")(?=[\\Q"
                            + SIGNS
                            + "\\E])");

    private static final Pattern CONTROL_FIRST = Pattern.compile("\\A[\t\r\n]");

    private final RawRequest request;

    Csv(RawRequest request) {
        this.request = request;
    }

    /** Whether the caller wants CSV: {@code ?format=csv}, or it is what is accepted most. */
    public boolean isAsked() {
        return request.header("Accept").filter(MEDIA_TYPE::equals).isPresent();
    }

    /**
     * @param name of the file, without an ending
     * @param type of the items
     * @param items asked for twice: once for whom they name, and once to be written. Each is made
     *     when its turn comes, so that a table of everybody never stands in memory as a whole
     * @throws ProblemException 400 for a separator that there is not
     */
    public <T extends Record> Response of(
            View<?, ?> view, String name, Class<T> type, Supplier<Stream<T>> items) {
        return of(name, type, items).header(Reads.POSITION, view.position()).build();
    }

    /**
     * The same, with a row of hashtags of the Humanitarian Exchange Language under the header, by
     * which tools of relief organisations know what the columns are (hxlstandard.org).
     *
     * @param tags one for each column
     */
    public <T extends Record> Response of(
            View<?, ?> view,
            String name,
            Class<T> type,
            List<String> tags,
            Supplier<Stream<T>> items) {
        return of(name, type, tags, items).header(Reads.POSITION, view.position()).build();
    }

    /** The same of what knows no view. */
    public <T extends Record> Response.ResponseBuilder of(
            String name, Class<T> type, Supplier<Stream<T>> items) {
        return of(name, type, List.of(), items);
    }

    private <T extends Record> Response.ResponseBuilder of(
            String name, Class<T> type, List<String> tags, Supplier<Stream<T>> items) {
        return Response.ok(
                        new Table<>(type, separator(), tags, () -> items.get().peek(Csv::giveWay)))
                .type(MEDIA_TYPE + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }

    private char separator() {
        return switch (request.parameter(SEPARATOR).orElse("comma")) {
            case "comma" -> ',';
            case "semicolon" -> ';';
            case "tab" -> '\t';
            default ->
                    throw ProblemException.badRequest(
                            SEPARATOR + " must be comma, semicolon or tab.");
        };
    }

    // A whole operation's list computes for seconds, and a virtual thread keeps its core until it
    // gives way: on two cores two lists would keep everybody else waiting.
    private static void giveWay(Object row) {
        Thread.yield();
    }

    /**
     * The answer. Its rows come of one view, and name the same persons however often they are made:
     * whom they name is written down before the first one leaves.
     */
    public record Table<T extends Record>(
            Class<T> type, char separator, List<String> tags, Supplier<Stream<T>> rows)
            implements StreamingOutput {

        public Table(Class<T> type, char separator, Supplier<Stream<T>> rows) {
            this(type, separator, List.of(), rows);
        }

        @Override
        public void write(OutputStream out) throws IOException {
            try (Writer writer =
                            new BufferedWriter(
                                    new OutputStreamWriter(out, StandardCharsets.UTF_8));
                    Stream<T> items = rows.get()) {
                Csv.write(writer, type, separator, tags, items);
            }
        }
    }

    static <T extends Record> void write(
            Writer writer, Class<T> type, char separator, List<String> tags, Stream<T> items)
            throws IOException {
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter csv =
                new CSVPrinter(writer, CSVFormat.RFC4180.builder().setDelimiter(separator).get());
        List<String> columns = new ArrayList<>();
        columns(type, "", columns);
        csv.printRecord(columns);
        if (!tags.isEmpty()) {
            csv.printRecord(tags);
        }
        try {
            items.forEach(item -> {
                List<Object> cells = new ArrayList<>(columns.size());
                cells(type, item, cells);
                try {
                    csv.printRecord(cells);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }

    private static void columns(Class<?> type, String prefix, List<String> columns) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isRecord()) {
                columns(component.getType(), prefix + component.getName() + ".", columns);
            } else {
                columns.add(prefix + component.getName());
            }
        }
    }

    private static void cells(Class<?> type, @Nullable Object item, List<Object> cells) {
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = item == null ? null : value(component, item);
            if (component.getType().isRecord()) {
                cells(component.getType(), value, cells);
            } else {
                cells.add(cell(value));
            }
        }
    }

    private static Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number;
            case Boolean flag -> flag;
            case Collection<?> many ->
                    harmless(many.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            default -> harmless(value.toString());
        };
    }

    static String harmless(String text) {
        String cell = CONTROL_FIRST.matcher(text).find() ? "'" + text : text;
        return hasSign(cell) ? FORMULA.matcher(cell).replaceAll("$1$2'") : cell;
    }

    // Most cells have none, and a table has many cells.
    private static boolean hasSign(String text) {
        return text.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
    }

    private static @Nullable Object value(RecordComponent component, Object item) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(item);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.getName() + " cannot be read", e);
        }
    }
}
