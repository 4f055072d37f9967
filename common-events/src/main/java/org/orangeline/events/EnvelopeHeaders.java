package org.orangeline.events;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads an envelope out of headers. Times and numbers must stand as they are written, so that no
 * other bytes pass for the same envelope: the chain is computed over what was read.
 */
final class EnvelopeHeaders {

    private static final String PREFIX = "ce_";
    private static final int COUNT = 15;

    private static final Predicate<String> HASH =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> TYPE =
            Pattern.compile("org\\.orangeline\\.[A-Za-z0-9]+").asMatchPredicate();
    private static final Predicate<String> ACTOR =
            Pattern.compile("(human|machine):.+").asMatchPredicate();
    private static final Predicate<String> KNOWN_THROUGH =
            Pattern.compile("|[a-z-]+:[0-9]{1,18}(,[a-z-]+:[0-9]{1,18})*").asMatchPredicate();
    private static final Predicate<String> PRESENT = value -> !value.isBlank();

    private EnvelopeHeaders() {}

    static Envelope read(Map<String, String> headers) {
        if (!Envelope.SPEC_VERSION.equals(headers.get("ce_specversion"))) {
            throw new IllegalArgumentException("ce_specversion is not " + Envelope.SPEC_VERSION);
        }
        var envelope =
                new Envelope(
                        text(headers, "ce_id", EnvelopeHeaders::isUuid),
                        text(headers, "ce_type", TYPE),
                        text(headers, "ce_source", PRESENT),
                        text(headers, "ce_subject", PRESENT),
                        time(headers),
                        text(headers, "ce_dataschema", PRESENT),
                        sequence(headers),
                        text(headers, "ce_operation", PRESENT),
                        text(headers, "ce_actor", ACTOR),
                        text(headers, "ce_commandid", PRESENT),
                        text(headers, "ce_causationid", PRESENT),
                        text(headers, "ce_commandhash", PRESENT),
                        text(headers, "ce_knownthrough", KNOWN_THROUGH),
                        text(headers, "ce_previoushash", HASH));
        // All the known ones are there, so one more is one that the chain would not cover.
        if (headers.keySet().stream().filter(name -> name.startsWith(PREFIX)).count() != COUNT) {
            throw new IllegalArgumentException("a ce_ header is not part of the envelope");
        }
        return envelope;
    }

    private static String text(
            Map<String, String> headers, String name, Predicate<String> wellFormed) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        if (!wellFormed.test(value)) {
            throw new IllegalArgumentException(name + " is malformed");
        }
        return value;
    }

    private static boolean isUuid(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Instant time(Map<String, String> headers) {
        try {
            String value = text(headers, "ce_time", PRESENT);
            Instant time = Instant.parse(value);
            if (time.toString().equals(value)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // falls through to the same refusal
        }
        throw new IllegalArgumentException("ce_time is malformed");
    }

    private static long sequence(Map<String, String> headers) {
        try {
            String value = text(headers, "ce_sequence", PRESENT);
            long sequence = Long.parseLong(value);
            if (sequence > 0 && Long.toString(sequence).equals(value)) {
                return sequence;
            }
        } catch (NumberFormatException e) {
            // falls through to the same refusal
        }
        throw new IllegalArgumentException("ce_sequence is malformed");
    }
}
