package org.orangeline.kit.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.ProblemException;

/** A batch's lines, gzip or not, counted before anything is done. */
public final class Lines {

    static final int MOST_LINES = 5_000;
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private Lines() {}

    /**
     * @param encoding the {@code Content-Encoding}
     * @throws ProblemException 400, 413 or 415
     */
    public static List<Line> of(byte[] body, String encoding) {
        byte[] bytes =
                switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "", "identity" -> body;
                    case "gzip" -> unzipped(body);
                    default ->
                            throw ProblemException.unsupported(
                                    "This call takes gzip, or no content encoding.");
                };
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        List<Line> lines = split(bytes);
        if (lines.isEmpty()) {
            throw ProblemException.badRequest("A line for each item is needed.");
        }
        return lines;
    }

    // Read up to the limit and no further: a small body may unpack to anything.
    private static byte[] unzipped(byte[] body) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw ProblemException.badRequest("The body is not whole gzip data.");
        }
    }

    private static List<Line> split(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int from = 0; from < bytes.length; ) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            number++;
            Line line = Line.of(number, bytes, from, to);
            if (!line.isBlank()) {
                lines.add(line);
            }
            from = to + 1;
        }
        if (lines.size() > MOST_LINES) {
            throw tooLarge();
        }
        return lines;
    }

    private static ProblemException tooLarge() {
        return ProblemException.tooLarge(
                "A batch may have " + MOST_LINES + " lines and " + MOST_BYTES + " bytes at most.");
    }

    /**
     * @param number counted from 1, blank lines included
     * @param bytes null when there are more than an item may have: that one is refused, and keeps
     *     no other one waiting
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Line(int number, byte @Nullable [] bytes) {

        static Line of(int number, byte[] batch, int from, int to) {
            return new Line(
                    number,
                    to - from > Body.MOST_BYTES ? null : Arrays.copyOfRange(batch, from, to));
        }

        boolean isBlank() {
            return bytes != null && new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
        }

        /**
         * @throws ProblemException 413 when it is too long
         */
        public byte[] whole() {
            if (bytes == null) {
                throw ProblemException.tooLarge(
                        "A line may have " + Body.MOST_BYTES + " bytes at most.");
            }
            return bytes;
        }
    }
}
