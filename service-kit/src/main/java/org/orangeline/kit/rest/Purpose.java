package org.orangeline.kit.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orangeline.events.SaidText;

/**
 * What a read is for, as the header {@code Purpose} says: ASCII text, percent-encoded UTF-8, or the
 * same as RFC 8187 writes it ({@code UTF-8'ar'%D8%A8...}). Other bytes are refused: a header has no
 * charset, and whatever stands between here and the caller may read them as another one.
 */
public final class Purpose {

    public static final String HEADER = "Purpose";

    /** Code points that are kept of it. */
    public static final int LONGEST = 200;

    private static final Pattern EXTENDED = Pattern.compile("(?i)utf-8'[a-z0-9-]*'(.*)");
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Purpose() {}

    /**
     * What was said; empty when nothing was. What goes beyond the limit is cut off.
     *
     * @throws ProblemException 400 for what cannot be read
     */
    public static Optional<String> of(RawRequest request) {
        return request.header(HEADER).flatMap(Purpose::read);
    }

    /**
     * Before anything is done for it.
     *
     * @throws ProblemException 400 for what cannot be read
     */
    static void require(RawRequest request) {
        Optional<String> unused = of(request);
    }

    static Optional<String> read(String header) {
        if (header.chars().anyMatch(c -> c > 0x7E || (c < ' ' && c != '\t'))) {
            throw unreadable();
        }
        Matcher extended = EXTENDED.matcher(header);
        String text = extended.matches() ? extended.group(1) : header;
        String decoded = SaidText.cut(SaidText.stored(decoded(text)).strip(), LONGEST);
        return SaidText.objection(decoded, 1, LONGEST, SaidText.Lines.ONE).isEmpty()
                ? Optional.of(decoded)
                : Optional.empty();
    }

    private static String decoded(String text) {
        String bytes =
                ENCODED.matcher(text)
                        .replaceAll(byt ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char)
                                                        Integer.parseInt(
                                                                byt.group().substring(1), 16))));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.badRequest(
                HEADER
                        + " must be ASCII, or UTF-8 that is percent-encoded:"
                        + " UTF-8''%D8%AA%D8%AA%D8%A8%D8%B9");
    }
}
