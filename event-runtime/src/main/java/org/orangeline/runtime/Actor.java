package org.orangeline.runtime;

/**
 * Who acts.
 *
 * @param kind human or machine (rule S6)
 * @param id the token's {@code sub}, or the service's id for a reaction
 */
public record Actor(Kind kind, String id) {

    /** Written to {@code ce_actor}. */
    public String text() {
        return (kind == Kind.HUMAN ? "human:" : "machine:") + id;
    }

    public boolean isHuman() {
        return kind == Kind.HUMAN;
    }

    public static Actor human(String id) {
        return new Actor(Kind.HUMAN, id);
    }

    public static Actor machine(String id) {
        return new Actor(Kind.MACHINE, id);
    }

    /** Human or machine. */
    public enum Kind {
        HUMAN,
        MACHINE
    }
}
