package org.orangeline.kit.rest;

import java.util.List;

/** Ends a call with a problem document. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(Problem.of(400, "bad-request", "Invalid request", detail));
    }

    public static ProblemException field(String field, String message) {
        return fields(List.of(new Problem.FieldError(field, message)));
    }

    public static ProblemException fields(List<Problem.FieldError> errors) {
        return new ProblemException(Problem.ofFields(errors));
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(
                Problem.of(413, "too-large", "The request is too large", detail));
    }

    public static ProblemException unsupported(String detail) {
        return new ProblemException(
                Problem.of(415, "media-type", "Unsupported media type", detail));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(404, "not-found", "Not found", detail));
    }

    public static ProblemException unavailable(String detail) {
        return new ProblemException(
                Problem.of(503, "unavailable", "Temporarily unavailable", detail));
    }
}
