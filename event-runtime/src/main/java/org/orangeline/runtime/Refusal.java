package org.orangeline.runtime;

import java.util.List;

/**
 * Why a command was not accepted. A refusal is data, writes nothing, and is decided anew on the
 * next try.
 *
 * @param kind what sort of refusal, and so which HTTP status
 * @param detail for the caller; never personal data
 * @param violations every rule that is broken; empty when no rule of the domain refused
 */
public record Refusal(Kind kind, String detail, List<Violation> violations) {

    public Refusal {
        violations = List.copyOf(violations);
    }

    public static Refusal notFound(String detail) {
        return new Refusal(Kind.NOT_FOUND, detail, List.of());
    }

    public static Refusal conflict(String detail) {
        return new Refusal(Kind.CONFLICT, detail, List.of());
    }

    public static Refusal changedMeanwhile(String detail) {
        return new Refusal(Kind.PRECONDITION_FAILED, detail, List.of());
    }

    /** Nothing more is free: 409 with the rule's id. */
    public static Refusal full(String rule, String detail) {
        return new Refusal(Kind.CONFLICT, detail, List.of(new Violation(rule, detail)));
    }

    public static Refusal rule(String rule, String detail) {
        return rules(List.of(new Violation(rule, detail)));
    }

    public static Refusal rules(List<Violation> violations) {
        return new Refusal(Kind.RULE, violations.getFirst().detail(), violations);
    }

    /** Each kind is one HTTP status. */
    public enum Kind {
        NOT_FOUND,
        CONFLICT,
        PRECONDITION_FAILED,
        RULE
    }
}
