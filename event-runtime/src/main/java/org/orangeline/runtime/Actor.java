package org.orangeline.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * <p>An id is {@code SUBJECT} for the deployment's first issuer of tokens, and {@code
 * {ISSUER}SUBJECT} for any other: what is recorded tells both, and records of the first issuer read
 * as they always did.
 *
 * @param kind human or machine (rule S6)
 * @param id who it is by the token, or the service's id for a reaction
 */
public record Actor(Kind kind, String id) {

    private static final String HUMAN = "human:";
    private static final String MACHINE = "machine:";
    private static final String OPEN = "{";
    private static final String CLOSE = "}";

    /** Written to {@code ce_actor}. */
    public String text() {
        return (kind == Kind.HUMAN ? HUMAN : MACHINE) + id;
    }

    public boolean isHuman() {
        return kind == Kind.HUMAN;
    }

    /**
     * Whether the other one may be the same human. Where a rule asks for two, this has to be false:
     * another subject, or the same one of another issuer. An id without an issuer may be of any: a
     * deployment can have named its first issuer late.
     *
     * @param recorded as {@link #text}; null when no human is recorded
     */
    public boolean mayBe(@Nullable String recorded) {
        return recorded != null && mayBeId(idOf(recorded));
    }

    /**
     * As {@link #mayBe}.
     *
     * @param recorded as {@link #id}
     */
    public boolean mayBeId(String recorded) {
        String issuer = issuer(id);
        String other = issuer(recorded);
        return subject(id, issuer).equals(subject(recorded, other))
                && (issuer == null || other == null || issuer.equals(other));
    }

    /**
     * As {@link #mayBe}, of two that were recorded.
     *
     * @param one as {@link #text}
     * @param other as {@link #text}
     */
    public static boolean mayBeOne(String one, String other) {
        return human(idOf(one)).mayBe(other);
    }

    /**
     * Whether a human is recorded.
     *
     * @param recorded as {@link #text}
     */
    public static boolean wasHuman(String recorded) {
        return recorded.startsWith(HUMAN);
    }

    /** The id of who comes with a token of another issuer than the deployment's first one. */
    public static String foreign(String issuer, String subject) {
        if (issuer.contains(CLOSE)) {
            throw new IllegalArgumentException("an issuer's name is an address, without braces");
        }
        return OPEN + issuer + CLOSE + subject;
    }

    /** Whether a subject reads as the id of another issuer's: nobody may choose to be that. */
    public static boolean readsAsForeign(String subject) {
        return issuer(subject) != null;
    }

    private static String idOf(String text) {
        return text.substring(
                text.startsWith(HUMAN)
                        ? HUMAN.length()
                        : text.startsWith(MACHINE) ? MACHINE.length() : 0);
    }

    private static @Nullable String issuer(String id) {
        int end = id.indexOf(CLOSE);
        return id.startsWith(OPEN) && end > 0 ? id.substring(OPEN.length(), end) : null;
    }

    private static String subject(String id, @Nullable String issuer) {
        return issuer == null ? id : id.substring(issuer.length() + 2);
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
