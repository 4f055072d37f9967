package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People who travel together, signed for on both sides. */
public sealed interface ConvoyCommand extends PlacementCommand {

    UUID convoyId();

    @Override
    default Set<String> subjects() {
        return Set.of(convoyId().toString());
    }

    /** Plans who travels; gives {@code ConvoyPlanned}. */
    record PlanConvoy(String operation, UUID convoyId, String facilityId, List<UUID> personIds)
            implements ConvoyCommand {

        public PlanConvoy {
            personIds = List.copyOf(personIds);
        }
    }

    /** The sending side signs; gives {@code ConvoyDeparted}. */
    record DepartConvoy(
            String operation,
            UUID convoyId,
            List<UUID> personIds,
            String escort,
            Instant departedAt)
            implements ConvoyCommand {

        public DepartConvoy {
            personIds = List.copyOf(personIds);
        }
    }

    /** Takes a plan back before the departure; gives {@code ConvoyCancelled}. */
    record CancelConvoy(String operation, UUID convoyId, FreeText reason)
            implements ConvoyCommand {}

    /**
     * The receiving side signs; gives {@code ConvoyArrived}, and an admission, transfer or {@code
     * DidNotArrive} for each, and {@code FoundInside} for who came without being on the list.
     */
    record ReceiveConvoy(
            String operation,
            UUID convoyId,
            List<UUID> missing,
            List<UUID> unlisted,
            String escort,
            @Nullable Instant at)
            implements ConvoyCommand {

        public ReceiveConvoy {
            missing = List.copyOf(missing);
            unlisted = List.copyOf(unlisted);
        }

        @Override
        public Set<String> subjects() {
            return Stream.concat(Stream.of(convoyId), unlisted.stream())
                    .map(UUID::toString)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
