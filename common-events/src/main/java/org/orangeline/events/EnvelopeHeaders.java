package org.orangeline.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An envelope as header texts in UTF-8, each in the slot of its name; the slots are in the fixed
 * order of the hash chain. Every event of a replay passes here, so texts that come again and again
 * are kept once and nothing is parsed by a pattern. Times and numbers must stand as they are
 * written: no other bytes pass for the same envelope, because the chain covers the bytes that were
 * read.
 */
public final class EnvelopeHeaders {

    private static final String PREFIX = "ce_";

    private static final List<String> NAMES =
            List.of(
                    "ce_specversion",
                    "ce_id",
                    "ce_type",
                    "ce_source",
                    "ce_subject",
                    "ce_time",
                    "ce_dataschema",
                    "ce_sequence",
                    "ce_operation",
                    "ce_actor",
                    "ce_commandid",
                    "ce_causationid",
                    "ce_commandhash",
                    "ce_knownthrough",
                    "ce_previoushash");

    private static final Map<String, Integer> SLOTS =
            IntStream.range(0, NAMES.size())
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(NAMES::get, slot -> slot));

    private static final byte[] SPEC_VERSION =
            Envelope.SPEC_VERSION.getBytes(StandardCharsets.UTF_8);

    private static final int SEQUENCE_DIGITS = 18;

    private EnvelopeHeaders() {}

    /** The headers' names in the order of the chain; a name's index is its slot. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Where a header belongs.
     *
     * @return its slot, or -1 for a header that is not part of the envelope
     * @throws IllegalArgumentException for a header with the envelope's prefix that the chain does
     *     not cover
     */
    public static int slot(String name) {
        Integer slot = SLOTS.get(name);
        if (slot == null && name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a ce_ header is not part of the envelope");
        }
        return slot == null ? -1 : slot;
    }

    /** The texts of an envelope, by slot. */
    public static byte[][] write(Envelope envelope) {
        String[] texts = {
            Envelope.SPEC_VERSION,
            envelope.id(),
            envelope.type(),
            envelope.source(),
            envelope.subject(),
            envelope.time().toString(),
            envelope.dataSchema(),
            Long.toString(envelope.sequence()),
            envelope.operation(),
            envelope.actor(),
            envelope.commandId(),
            envelope.causationId(),
            envelope.commandHash(),
            envelope.knownThrough(),
            envelope.previousHash()
        };
        byte[][] bytes = new byte[texts.length][];
        for (int slot = 0; slot < texts.length; slot++) {
            bytes[slot] = texts[slot].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    /**
     * @param texts by slot; null where a header is missing
     * @throws IllegalArgumentException when a header is missing or malformed; the message names the
     *     header and never its content
     */
    public static Envelope read(byte[][] texts) {
        if (!Arrays.equals(texts[0], SPEC_VERSION)) {
            throw new IllegalArgumentException("ce_specversion is not " + Envelope.SPEC_VERSION);
        }
        String commandId = present(texts, 10);
        byte[] cause = bytes(texts, 11);
        return new Envelope(
                uuid(texts, 1),
                repeated(texts, 2, HeaderText::isType),
                repeated(texts, 3, HeaderText::isPresent),
                SharedValues.of(present(texts, 4)),
                time(texts, 5),
                repeated(texts, 6, HeaderText::isPresent),
                sequence(texts, 7),
                repeated(texts, 8, HeaderText::isPresent),
                repeated(texts, 9, HeaderText::isActor),
                commandId,
                Arrays.equals(cause, texts[10]) ? commandId : present(texts, 11),
                present(texts, 12),
                repeated(texts, 13, HeaderText::isKnownThrough),
                text(texts, 14, HeaderText::isHash));
    }

    private static byte[] bytes(byte[][] texts, int slot) {
        byte[] bytes = texts[slot];
        if (bytes == null) {
            throw new IllegalArgumentException(NAMES.get(slot) + " is missing");
        }
        return bytes;
    }

    private static String text(byte[][] texts, int slot, HeaderText.Form form) {
        return wellFormed(HeaderText.of(bytes(texts, slot)), slot, form);
    }

    // One that most events share with others.
    private static String repeated(byte[][] texts, int slot, HeaderText.Form form) {
        return wellFormed(HeaderText.shared(bytes(texts, slot)), slot, form);
    }

    private static String wellFormed(String text, int slot, HeaderText.Form form) {
        if (!form.fits(text)) {
            throw malformed(slot);
        }
        return text;
    }

    private static String present(byte[][] texts, int slot) {
        return text(texts, slot, HeaderText::isPresent);
    }

    private static String uuid(byte[][] texts, int slot) {
        return text(texts, slot, HeaderText::isUuid);
    }

    private static Instant time(byte[][] texts, int slot) {
        Instant time = InstantText.parse(present(texts, slot));
        if (time == null) {
            throw malformed(slot);
        }
        return time;
    }

    private static long sequence(byte[][] texts, int slot) {
        String text = present(texts, slot);
        if (text.length() > SEQUENCE_DIGITS || !HeaderText.isNumber(text)) {
            throw malformed(slot);
        }
        return Long.parseLong(text);
    }

    private static IllegalArgumentException malformed(int slot) {
        return new IllegalArgumentException(NAMES.get(slot) + " is malformed");
    }
}
