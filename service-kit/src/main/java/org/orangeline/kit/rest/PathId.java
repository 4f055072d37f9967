package org.orangeline.kit.rest;

import java.util.UUID;

/** Ids in paths. */
public final class PathId {

    private static final int LENGTH = 36;

    private PathId() {}

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
