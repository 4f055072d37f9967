package org.orangeline.placement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Sex;

/**
 * What happens to people in a facility.
 *
 * <p>{@code at} is when it happened, as told; null for now.
 */
public sealed interface CustodyCommand extends PlacementCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /**
     * The person goes away for a time; gives {@code AbsenceStarted}.
     *
     * @param destination code of where to; null when nobody said
     * @param escort code of who goes along; null when nobody said
     */
    record StartAbsence(
            String operation,
            UUID placementId,
            UUID personId,
            AbsenceReason why,
            @Nullable Instant expectedBack,
            @Nullable Instant at,
            @Nullable String destination,
            @Nullable String escort)
            implements CustodyCommand {

        /** The destination is not known. */
        public StartAbsence(
                String operation,
                UUID placementId,
                UUID personId,
                AbsenceReason why,
                @Nullable Instant expectedBack,
                @Nullable Instant at) {
            this(operation, placementId, personId, why, expectedBack, at, null, null);
        }
    }

    /** The person is back; gives {@code AbsenceEnded}. */
    record EndAbsence(String operation, UUID placementId, UUID personId, @Nullable Instant at)
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

    /**
     * Somebody is inside whom the register does not know to be there (rule P16); gives {@code
     * FoundInside}.
     *
     * @param basis null when nobody says; then the person counts as held
     * @param since earliest plausible moment of custody; null when the arrival is
     * @param foundAt null for now
     * @param convoyId the convoy with which the person came unlisted, or null
     */
    record RecordFoundInside(
            String operation,
            UUID personId,
            String facilityId,
            @Nullable String section,
            @Nullable Basis basis,
            @Nullable Instant since,
            @Nullable Instant foundAt,
            @Nullable UUID accompanies,
            @Nullable UUID convoyId,
            FreeText reason)
            implements CustodyCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString(), facilityId);
        }
    }

    /** Nobody knows where the person is (rule P17); gives {@code PersonMissing}. */
    record ReportMissing(
            String operation, UUID placementId, UUID personId, Instant since, FreeText note)
            implements CustodyCommand {}

    /** The person is where the placement says again (rule P17); gives {@code PersonFound}. */
    record RecordFound(
            String operation, UUID placementId, UUID personId, Instant foundAt, FreeText note)
            implements CustodyCommand {}

    /** Reaction: the person did not come back in time; gives {@code AbsenceOverdue}. */
    record RaiseAbsence(String operation, UUID placementId, UUID personId, UUID absenceId)
            implements CustodyCommand {}

    /**
     * A recorded fact was not so (rule P18); gives {@code WithdrawalRequested}.
     *
     * @param fact the event's name; the last one of the placement
     */
    record RequestWithdrawal(
            String operation, UUID placementId, UUID personId, String fact, FreeText reason)
            implements CustodyCommand {}

    /** A second human says so too (rule P18); gives {@code FactWithdrawn}. */
    record ConfirmWithdrawal(String operation, UUID placementId, UUID personId, UUID withdrawalId)
            implements CustodyCommand {}

    /** The person takes consent back (rules P5, P14); gives {@code ConsentWithdrawn}. */
    record WithdrawConsent(
            String operation, UUID placementId, UUID personId, FreeText note, @Nullable Instant at)
            implements CustodyCommand {}
}
