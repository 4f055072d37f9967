package org.orangeline.kit.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Violation;

/**
 * Who captured a call on a tablet that several officers share: the subject of the officer who
 * worked with it then, by the tablet's word. Nobody is let in by it, and no rule is laxer for it:
 * who captured and who sends both count as who acts.
 */
public final class Captor {

    /** The header that says who captured the call. */
    public static final String HEADER = "Captured-By";

    /** A subject, which is ASCII (OpenID Connect Core, section 2), with or without its issuer. */
    public static final String PATTERN = "[!-~]([ -~]{0,598}[!-~])?";

    /** The problem of a decision that would be kept for later. */
    public static final Problem MAKE_ANEW =
            problem(
                    "A decision is never kept for later, nor made by releasing what was kept. Make"
                            + " it anew in your own name, once whom it is about is registered and"
                            + " the calls before it are decided.");

    /** The problem of a decision in an item that does not say who captured it. */
    public static final Problem UNNAMED =
            problem("An item with a decision names in capturedBy the officer who captured it.");

    private static final Problem ANOTHER =
            problem(
                    "A decision is made in the name of who captured it: upload it with that"
                            + " officer's token, or make it anew in your own name.");

    private static final Problem UNREADABLE =
            Problem.of(400, "bad-request", "Invalid request", HEADER + " is a subject.");

    private static final Pattern SUBJECT = Pattern.compile(PATTERN);

    private Captor() {}

    /** Why a call by this captor is refused; empty when it is not. */
    static Optional<Problem> refusal(@Nullable String captor, Access access, Actor sender) {
        if (captor == null) {
            return Optional.empty();
        }
        if (!SUBJECT.matcher(captor).matches()) {
            return Optional.of(UNREADABLE);
        }
        return access.decides() && !access.countsCaptor() && !sender.mayBeId(captor)
                ? Optional.of(ANOTHER)
                : Optional.empty();
    }

    private static Problem problem(String detail) {
        return Problem.ofRules(422, "rule", "Rule violated", List.of(new Violation("S6", detail)));
    }
}
