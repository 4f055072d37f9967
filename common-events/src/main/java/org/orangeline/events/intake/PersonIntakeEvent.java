package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.SharedValues;

/** An intake event about one person. */
public sealed interface PersonIntakeEvent extends IntakeEvent
        permits PersonArrived,
                ArrivalTimeCorrectionRequested,
                ArrivalTimeCorrected,
                PersonDetailsCorrected,
                FieldConflictFound,
                FieldConflictSettled,
                AgeAssessmentRequested,
                AgeAssessed,
                FamilyLinked,
                FamilyUnlinkRequested,
                FamilyUnlinked,
                CarerVerified,
                ChildFoundAlone,
                ChildReunited,
                PossibleDuplicateFound,
                DuplicateDismissed,
                MergeRequested,
                PersonsMerged,
                UnmergeRequested,
                UnmergeDeclined,
                PersonsUnmerged,
                PropertyReceived,
                PropertyReturned,
                PersonLeft,
                PersonDied,
                PersonReturned,
                SensitiveNeedsRecorded,
                DepartureWithdrawalRequested,
                DepartureWithdrawn,
                RegistrationWithdrawn,
                IdentityErased {

    UUID personId();

    @Override
    default String subject() {
        return SharedValues.text(personId());
    }
}
