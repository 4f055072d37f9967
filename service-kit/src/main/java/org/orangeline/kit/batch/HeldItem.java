package org.orangeline.kit.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.keys.Boxed;

/**
 * An item that is kept here until it can be decided; a record of the topic {@code <service>.held}.
 * What was in it stands there sealed, and nowhere else.
 *
 * @param persons whom it is about: an erasure of any of them destroys what is sealed in it
 * @param things what it names in place of a person, {@code placements/<id>} for instance: an
 *     erasure of whom that is about destroys what is sealed in it, too
 * @param registers whether it registers them, and so waits for none of them
 * @param human whether a human uploaded it
 * @param subject who
 * @param roles what the uploader's token said
 * @param since when it came, by the server's clock
 * @param overdueSaid that it waits too long was logged
 * @param revision counts the records about it, so that an older one never takes a newer one's place
 * @param content the {@link Item}, sealed; null once it is settled
 * @param problem why it is in quarantine, or was refused after it had waited
 * @param settlement what a human made of it
 * @param release who let it be decided although its tablet is trusted no more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record HeldItem(
        String operation,
        UUID itemId,
        String deviceId,
        long deviceSequence,
        List<UUID> persons,
        List<String> things,
        boolean registers,
        boolean human,
        String subject,
        List<Role> roles,
        Instant since,
        State state,
        boolean overdueSaid,
        int revision,
        @Nullable Boxed content,
        @Nullable JsonNode problem,
        @Nullable Settlement settlement,
        @Nullable Settlement release) {

    HeldItem {
        persons = List.copyOf(persons);
        things = List.copyOf(things);
        roles = List.copyOf(roles);
    }

    /** Whether it still has to be decided. */
    @JsonIgnore
    boolean isOpen() {
        return state == State.WAITING;
    }

    /** Whether a human may still discard it. */
    @JsonIgnore
    boolean isUndecided() {
        return state == State.WAITING || state == State.QUARANTINED;
    }

    /** Whether anything in it is sealed: what was uploaded, or the words of a human about it. */
    @JsonIgnore
    boolean hasText() {
        return content != null
                || (settlement != null && settlement.reason() != null)
                || (release != null && release.reason() != null);
    }

    /** The persons without whom it cannot be decided. */
    List<UUID> needs() {
        return registers ? List.of() : persons;
    }

    String key() {
        return operation + " " + itemId;
    }

    /** In whose name it is decided. */
    String actor() {
        return (human ? "human:" : "machine:") + subject;
    }

    /** Whether what a human says about it fits how it stands. */
    boolean fits(Settlement.How word) {
        return switch (word) {
            case ACKNOWLEDGED -> state == State.REFUSED;
            case DISCARDED -> isUndecided();
            case RELEASED -> state == State.QUARANTINED;
            case ERASED -> false;
        };
    }

    /** Whether that human has said so. */
    boolean isSaid(Settlement.How word, String by) {
        return Stream.of(settlement, release)
                .filter(Objects::nonNull)
                .anyMatch(said -> said.how() == word && said.by().equals(by));
    }

    /** Decided from here on as if its tablet were trusted. */
    HeldItem released(Settlement by) {
        return copy(State.WAITING, overdueSaid, content, null, settlement, by);
    }

    /** With what is sealed wrapped anew. */
    HeldItem wrapped(
            @Nullable Boxed box, @Nullable Settlement settled, @Nullable Settlement released) {
        return copy(state, overdueSaid, box, problem, settled, released);
    }

    /** Decided after a human had released it; kept, since somebody answers for it. */
    HeldItem done() {
        return copy(State.DONE, overdueSaid, null, problem, settlement, release);
    }

    HeldItem withOverdueSaid() {
        return copy(state, true, content, problem, settlement, release);
    }

    HeldItem refused(@Nullable JsonNode why) {
        return copy(State.REFUSED, overdueSaid, content, why, settlement, release);
    }

    /** Without its content from here on. */
    HeldItem settled(Settlement by) {
        return copy(State.SETTLED, overdueSaid, null, problem, by, release);
    }

    /**
     * Without anything that is sealed in it: an identity that it is about was erased.
     *
     * @param by what is kept of that where no human has settled it
     * @param why the problem of what was not decided yet
     */
    HeldItem erased(Settlement by, JsonNode why) {
        Settlement released = release == null ? null : release.withoutReason();
        if (state == State.DONE || settlement != null) {
            return copy(
                    state,
                    overdueSaid,
                    null,
                    problem,
                    settlement == null ? null : settlement.withoutReason(),
                    released);
        }
        JsonNode said = isUndecided() ? why : problem;
        return copy(State.SETTLED, overdueSaid, null, said, by, released);
    }

    // Who sent what, and when, stays as it is.
    private HeldItem copy(
            State then,
            boolean said,
            @Nullable Boxed box,
            @Nullable JsonNode why,
            @Nullable Settlement settled,
            @Nullable Settlement released) {
        return new HeldItem(
                operation,
                itemId,
                deviceId,
                deviceSequence,
                persons,
                things,
                registers,
                human,
                subject,
                roles,
                since,
                then,
                said,
                revision + 1,
                box,
                why,
                settled,
                released);
    }

    /** What is to become of it. */
    enum State {
        /** It is decided as soon as whom it names is known. */
        WAITING,
        /** Its tablet was revoked: it is not decided until a human has released it. */
        QUARANTINED,
        /** It was released, decided and stored; kept without its content. */
        DONE,
        /** It was decided and refused, and nobody has seen that yet. */
        REFUSED,
        /** A human has seen or discarded it, or an erasure ended it; kept without its content. */
        SETTLED
    }

    /**
     * Who did what about it, when, and why.
     *
     * @param reason sealed; null when an erasure took it along, or was it
     */
    record Settlement(How how, String by, Instant at, @Nullable Boxed reason) {

        Settlement withoutReason() {
            return new Settlement(how, by, at, null);
        }

        /** What was done. */
        enum How {
            /** Saw that it was refused. */
            ACKNOWLEDGED("Only what was refused is acknowledged, once."),
            /** It is not to be decided any more. */
            DISCARDED("It was decided, or settled, before."),
            /** It is decided although its tablet is trusted no more. */
            RELEASED("Only what is in quarantine is released, once."),
            /** No human: the identity of somebody whom it is about was erased. */
            ERASED("This is said by no human.");

            private final String otherwise;

            How(String otherwise) {
                this.otherwise = otherwise;
            }

            /** What is said when it does not fit. */
            String otherwise() {
                return otherwise;
            }
        }
    }
}
