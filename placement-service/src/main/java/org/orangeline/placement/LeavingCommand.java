package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.placement.orders.Party;

/** People leave a facility by a decision: one, or several together, all or none. */
public sealed interface LeavingCommand extends PlacementCommand {

    List<Party.Named> named();

    @Override
    default Set<String> subjects() {
        return named().stream()
                .map(one -> one.personId().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Ends placements in freedom; gives {@code ReleasedFromDetention} for each. */
    record ReleasePeople(
            String operation,
            List<Party.Named> named,
            FreeText reason,
            @Nullable String legalReference,
            DepartureKind kind,
            @Nullable Instant at)
            implements LeavingCommand {

        public ReleasePeople {
            named = List.copyOf(named);
        }
    }

    /** Another authority takes people over (rule P9); gives {@code HandedOver} for each. */
    record HandOverPeople(
            String operation,
            List<Party.Named> named,
            String receiver,
            FreeText reason,
            @Nullable Instant at)
            implements LeavingCommand {

        public HandOverPeople {
            named = List.copyOf(named);
        }
    }
}
