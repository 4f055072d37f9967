package org.orangeline.placement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Sex;

/** What happens to people in a facility. */
public sealed interface CustodyCommand extends PlacementCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** The person goes away for a time; gives {@code AbsenceStarted}. */
    record StartAbsence(
            String operation,
            UUID placementId,
            UUID personId,
            AbsenceReason why,
            @Nullable Instant expectedBack)
            implements CustodyCommand {}

    /** The person is back; gives {@code AbsenceEnded}. */
    record EndAbsence(String operation, UUID placementId, UUID personId)
            implements CustodyCommand {}

    /** The person escaped; gives {@code Escaped}. */
    record RecordEscape(
            String operation, UUID placementId, UUID personId, Instant noticedAt, FreeText note)
            implements CustodyCommand {}

    /** The person died; gives {@code DiedInCustody}. */
    record RecordDeath(
            String operation,
            UUID placementId,
            UUID personId,
            Instant diedAt,
            FreeText circumstances)
            implements CustodyCommand {}

    /** A child was born; gives {@code BornInCustody}. */
    record RecordBirth(
            String operation,
            UUID placementId,
            UUID personId,
            UUID childId,
            Instant bornAt,
            Sex sex)
            implements CustodyCommand {}

    /** Another authority takes the person over (rule P9); gives {@code HandedOver}. */
    record HandOver(
            String operation, UUID placementId, UUID personId, String receiver, FreeText reason)
            implements CustodyCommand {}

    /** The person wants no shelter any longer (rule P14); gives {@code ConsentWithdrawn}. */
    record WithdrawConsent(String operation, UUID placementId, UUID personId, FreeText note)
            implements CustodyCommand {}
}
