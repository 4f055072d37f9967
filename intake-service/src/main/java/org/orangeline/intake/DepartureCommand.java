package org.orangeline.intake;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested.Fact;
import org.orangeline.events.model.DepartureKind;

/** Who leaves the reception point, alive or not. */
public sealed interface DepartureCommand extends IntakeCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** Somebody left; gives {@code PersonLeft}. */
    record RecordDeparture(
            String operation,
            UUID personId,
            Instant leftAt,
            DepartureKind kind,
            Confidential<String> reason)
            implements DepartureCommand {}

    /** Somebody came back; gives {@code PersonReturned}. */
    record RecordReturn(
            String operation,
            UUID personId,
            Instant returnedAt,
            String receptionPoint,
            Confidential<String> reason)
            implements DepartureCommand {}

    /** A departure or death was none (rule P18); gives {@code DepartureWithdrawalRequested}. */
    record RequestDepartureWithdrawal(
            String operation, UUID personId, Fact fact, Confidential<String> reason)
            implements DepartureCommand {}

    /** A second human says so too (rule P18); gives {@code DepartureWithdrawn}. */
    record ConfirmDepartureWithdrawal(String operation, UUID personId, UUID withdrawalId)
            implements DepartureCommand {}

    /**
     * Somebody died; gives {@code PersonDied}.
     *
     * @param broughtDead true for who was dead on arrival; null otherwise
     */
    record RecordDeath(
            String operation,
            UUID personId,
            Instant diedAt,
            Confidential<String> circumstances,
            @Nullable Boolean broughtDead)
            implements DepartureCommand {

        /** Of who died here. */
        public RecordDeath(
                String operation,
                UUID personId,
                Instant diedAt,
                Confidential<String> circumstances) {
            this(operation, personId, diedAt, circumstances, null);
        }

        /** Whether the person was dead on arrival. */
        public boolean wasBroughtDead() {
            return Boolean.TRUE.equals(broughtDead);
        }
    }
}
