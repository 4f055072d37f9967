package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.orders.Party;

/** Moves of people who are placed to another facility or section. */
public sealed interface TransferCommand extends PlacementCommand {

    /**
     * Orders transfers of people who belong together, all or none; gives {@code TransferOrdered}.
     */
    record OrderTransfer(
            String operation,
            List<Party.Named> moves,
            String facilityId,
            @Nullable String section,
            FreeText reason)
            implements TransferCommand {

        public OrderTransfer {
            moves = List.copyOf(moves);
        }

        @Override
        public Set<String> subjects() {
            return Stream.concat(
                            Stream.of(facilityId), moves.stream().map(m -> m.personId().toString()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Cancels a transfer before the arrival; gives {@code TransferCancelled}. */
    record CancelTransfer(String operation, UUID placementId, UUID personId, FreeText reason)
            implements TransferCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /**
     * The person arrived; gives {@code Transferred}. Who is inside already is recorded all the
     * same.
     */
    record ArriveFromTransfer(
            String operation,
            UUID placementId,
            UUID personId,
            boolean insideAlready,
            @Nullable Instant at)
            implements TransferCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }
}
