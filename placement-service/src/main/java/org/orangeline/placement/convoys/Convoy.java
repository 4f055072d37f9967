package org.orangeline.placement.convoys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who travel together.
 *
 * <pre>
 * PLANNED --the sending side signs--> ON_THE_WAY --the receiving side signs--> ARRIVED
 *    +-----cancellation--> CANCELLED
 * </pre>
 *
 * @param persons who is planned, and after the departure who is on board
 * @param missing who left with it and did not arrive
 * @param departedAt when it left, as told; null before that
 * @param sentBy who signed the departure, or null
 * @param receivedBy who signed the arrival, or null
 */
public record Convoy(
        UUID convoyId,
        String facilityId,
        List<UUID> persons,
        List<UUID> missing,
        Status status,
        @Nullable Instant departedAt,
        @Nullable String sentBy,
        @Nullable String receivedBy,
        Instant since) {

    public Convoy {
        persons = List.copyOf(persons);
        missing = List.copyOf(missing);
    }

    public static Convoy planned(UUID convoyId, String facilityId, List<UUID> persons, Instant at) {
        return new Convoy(
                convoyId, facilityId, persons, List.of(), Status.PLANNED, null, null, null, at);
    }

    public Convoy departed(List<UUID> aboard, Instant told, String by, Instant at) {
        return new Convoy(
                convoyId, facilityId, aboard, List.of(), Status.ON_THE_WAY, told, by, null, at);
    }

    public Convoy arrived(List<UUID> absent, String by, Instant at) {
        return new Convoy(
                convoyId, facilityId, persons, absent, Status.ARRIVED, departedAt, sentBy, by, at);
    }

    public Convoy cancelled(Instant at) {
        return new Convoy(
                convoyId, facilityId, persons, List.of(), Status.CANCELLED, null, null, null, at);
    }

    /** How far it has come. */
    public enum Status {
        PLANNED,
        ON_THE_WAY,
        ARRIVED,
        CANCELLED;

        /** Whether its people are planned for it, or on the way with it. */
        public boolean isOpen() {
            return this == PLANNED || this == ON_THE_WAY;
        }
    }
}
