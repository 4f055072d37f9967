package org.orangeline.kit.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Role;
import org.orangeline.runtime.keys.Boxed;

/**
 * An item that is kept here until it can be decided; a record of the topic {@code <service>.held}.
 * What was in it stands there sealed, and nowhere else.
 *
 * @param contentHash keyed, as in {@link ItemTaken}
 * @param persons whom it names
 * @param human whether a human uploaded it
 * @param subject who
 * @param roles what the uploader's token said
 * @param since when it came, by the server's clock
 * @param overdueSaid that it waits too long was logged
 * @param revision counts the records about it, so that an older one never takes a newer one's place
 * @param content the {@link Item}, sealed; null once a human has settled it
 * @param problem why it was refused after it had waited
 * @param settlement what a human made of it
 * @param release who let it be decided although its tablet is trusted no more
 */
record HeldItem(
        String operation,
        UUID itemId,
        String deviceId,
        long deviceSequence,
        String contentHash,
        List<UUID> persons,
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

    String key() {
        return operation + " " + itemId;
    }

    HeldItem with(@Nullable Boxed box) {
        return copy(state, overdueSaid, box, problem, settlement);
    }

    /** Decided from here on as if its tablet were trusted. */
    HeldItem released(List<UUID> waitsFor, Settlement by) {
        return new HeldItem(
                operation,
                itemId,
                deviceId,
                deviceSequence,
                contentHash,
                waitsFor,
                human,
                subject,
                roles,
                since,
                State.WAITING,
                overdueSaid,
                revision + 1,
                content,
                problem,
                settlement,
                by);
    }

    /** With the words of humans wrapped anew. */
    HeldItem reworded(@Nullable Settlement settled, @Nullable Settlement released) {
        return new HeldItem(
                operation,
                itemId,
                deviceId,
                deviceSequence,
                contentHash,
                persons,
                human,
                subject,
                roles,
                since,
                state,
                overdueSaid,
                revision + 1,
                content,
                problem,
                settled,
                released);
    }

    /** Decided after a human had released it; kept, since somebody answers for it. */
    HeldItem done() {
        return copy(State.DONE, overdueSaid, null, problem, settlement);
    }

    HeldItem withOverdueSaid() {
        return copy(state, true, content, problem, settlement);
    }

    /**
     * @param concerned whom it is about: also who would have been registered by it, so that an
     *     erasure finds it
     */
    HeldItem refused(@Nullable JsonNode why, List<UUID> concerned) {
        return new HeldItem(
                operation,
                itemId,
                deviceId,
                deviceSequence,
                contentHash,
                concerned,
                human,
                subject,
                roles,
                since,
                State.REFUSED,
                overdueSaid,
                revision + 1,
                content,
                why,
                settlement,
                release);
    }

    /** Without its content from here on. */
    HeldItem settled(Settlement by) {
        return copy(State.SETTLED, overdueSaid, null, problem, by);
    }

    private HeldItem copy(
            State then,
            boolean said,
            @Nullable Boxed box,
            @Nullable JsonNode why,
            @Nullable Settlement by) {
        return new HeldItem(
                operation,
                itemId,
                deviceId,
                deviceSequence,
                contentHash,
                persons,
                human,
                subject,
                roles,
                since,
                then,
                said,
                revision + 1,
                box,
                why,
                by,
                release);
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
        /** A human has seen it, or discarded it; kept without its content. */
        SETTLED
    }

    /**
     * Who did what about it, when, and why.
     *
     * @param reason sealed
     */
    record Settlement(How how, String by, Instant at, Boxed reason) {

        /** What a human can do. */
        enum How {
            /** Saw that it was refused. */
            ACKNOWLEDGED,
            /** It is not to be decided any more. */
            DISCARDED,
            /** It is decided although its tablet is trusted no more. */
            RELEASED
        }
    }
}
