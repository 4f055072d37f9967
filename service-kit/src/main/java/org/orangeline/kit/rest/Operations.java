package org.orangeline.kit.rest;

/** Which operations a service knows. */
public interface Operations {

    boolean exists(String operation);

    /** The same answer for one that is not there and one that the token is not good for. */
    static Problem notFound() {
        return Problem.of(
                404,
                "operation-not-found",
                "Not found",
                "There is no such operation, or the token is not good for it.");
    }
}
