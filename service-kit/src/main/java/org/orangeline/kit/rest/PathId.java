package org.orangeline.kit.rest;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths. */
public final class PathId {

    /** RFC 9562, in either case; Java's own reader takes groups of other lengths for the same. */
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What people name: a tablet, a facility. */
    public static final String SLUG = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final Pattern SLUGS = Pattern.compile(SLUG);

    private PathId() {}

    /**
     * @param name of the parameter, for the message
     * @throws ProblemException 400 when it is not a slug
     */
    public static String slug(String name, String text) {
        if (!SLUGS.matcher(text).matches()) {
            throw ProblemException.badRequest(name + " must be a slug.");
        }
        return text;
    }

    /**
     * @param name of the parameter, for the message
     * @throws ProblemException 400 when it is not a UUID
     */
    public static UUID uuid(String name, String text) {
        if (UUIDS.matcher(text).matches()) {
            return UUID.fromString(text);
        }
        throw ProblemException.badRequest(name + " must be a UUID.");
    }

    /** Whether it is a UUID, in either case. */
    public static boolean isUuid(String text) {
        return UUIDS.matcher(text).matches();
    }

    /** The one spelling of a UUID that records have; what is no UUID stays as it is. */
    public static String canonical(String text) {
        return UUIDS.matcher(text).matches() ? UUID.fromString(text).toString() : text;
    }
}
