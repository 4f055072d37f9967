package org.orangeline.kit.batch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.ProblemException;

/** A batch's lines, gzip or not, counted before anything is done. */
public final class Lines {

    static final int MOST_LINES = 5_000;
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Unpacked at a time; room for it is asked for first. */
    private static final int PIECE = 256 * 1024;

    /** Says whether there is room for what a body unpacks to. */
    public interface Room {

        /**
         * @param bytes unpacked so far, and the piece that comes
         * @throws ProblemException 503 when there is none
         */
        void reach(int bytes);
    }

    private Lines() {}

    /**
     * Of a body that is not packed.
     *
     * @throws ProblemException 400 or 413
     */
    public static List<Line> of(byte[] body) {
        return of(body, "", unpacked -> {});
    }

    /**
     * @param encoding the {@code Content-Encoding}
     * @param room asked before anything is unpacked
     * @throws ProblemException 400, 413, 415 or 503
     */
    public static List<Line> of(byte[] body, String encoding, Room room) {
        byte[] bytes =
                switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "", "identity" -> body;
                    case "gzip" -> unzipped(body, room);
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

    private static final int COPIES = 3;

    // Read up to the limit and no further: a small body may unpack to anything.
    private static byte[] unzipped(byte[] body, Room room) {
        var unpacked = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            while (unpacked.size() <= MOST_BYTES) {
                // A buffer that doubles, and the copy that is taken of it.
                room.reach(COPIES * (unpacked.size() + PIECE));
                int read = in.readNBytes(piece, 0, PIECE);
                unpacked.write(piece, 0, read);
                if (read < PIECE) {
                    break;
                }
            }
            return unpacked.toByteArray();
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
            if (!isBlank(bytes, from, to)) {
                if (lines.size() == MOST_LINES) {
                    throw tooLarge();
                }
                lines.add(new Line(number, bytes, from, to));
            }
            from = to + 1;
        }
        return lines;
    }

    private static boolean isBlank(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private static ProblemException tooLarge() {
        return ProblemException.tooLarge(
                "A batch may have " + MOST_LINES + " lines and " + MOST_BYTES + " bytes at most.");
    }

    /**
     * A line of a batch, still in the batch's bytes.
     *
     * @param number counted from 1, blank lines included
     * @param from where it begins
     * @param to where it has ended
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Line(int number, byte[] batch, int from, int to) {

        /** Its length in bytes. */
        int size() {
            return to - from;
        }

        /**
         * @throws ProblemException 413 when it is too long: it is refused, and keeps no other one
         *     waiting
         */
        public byte[] whole() {
            if (size() > Body.MOST_BYTES) {
                throw ProblemException.tooLarge(
                        "A line may have " + Body.MOST_BYTES + " bytes at most.");
            }
            return Arrays.copyOfRange(batch, from, to);
        }
    }
}
