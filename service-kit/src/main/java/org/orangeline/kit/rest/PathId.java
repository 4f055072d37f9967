package org.orangeline.kit.rest;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths. */
public final class PathId {

    private static final int LENGTH = 36;

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
        try {
            UUID id = UUID.fromString(text);
            if (text.length() == LENGTH) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // the same answer as for a short form
        }
        throw ProblemException.badRequest(name + " must be a UUID.");
    }
}
