package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.orders.Party;

/** Who is there, compared with the register (rule P17). */
public sealed interface RollCommand extends PlacementCommand {

    /**
     * Somebody counted the people of a facility or section; gives {@code RollChecked}, and {@code
     * PersonMissing} for each who is not there.
     *
     * @param section the section; null for the facility as a whole
     * @param counted how many were there
     * @param missing who of the expected is not there
     * @param note what is known of them
     * @param at when; null for now
     */
    record CheckRoll(
            String operation,
            String facilityId,
            @Nullable String section,
            int counted,
            List<Party.Named> missing,
            FreeText note,
            @Nullable Instant at)
            implements RollCommand {

        public CheckRoll {
            missing = List.copyOf(missing);
        }

        @Override
        public Set<String> subjects() {
            return Stream.concat(
                            Stream.of(facilityId),
                            missing.stream().map(one -> one.personId().toString()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
