package org.orangeline.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.orangeline.events.Confidential;

/** Who leaves the reception point, alive or not. */
public sealed interface DepartureCommand extends IntakeCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** Somebody left; gives {@code PersonLeft}. */
    record RecordDeparture(
            String operation, UUID personId, Instant leftAt, Confidential<String> reason)
            implements DepartureCommand {}

    /** Somebody died; gives {@code PersonDied}. */
    record RecordDeath(
            String operation, UUID personId, Instant diedAt, Confidential<String> circumstances)
            implements DepartureCommand {}
}
