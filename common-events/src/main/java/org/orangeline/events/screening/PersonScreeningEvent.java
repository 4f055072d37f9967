package org.orangeline.events.screening;

import java.util.UUID;
import org.orangeline.events.SharedValues;

/** A screening event about one person (rule S1). */
public sealed interface PersonScreeningEvent extends ScreeningEvent
        permits GroupAssigned,
                GroupReassigned,
                OtherLineSuggested,
                LineWaitOverdue,
                MedicallyCleared,
                ClearanceExpired,
                ScreeningOpened,
                AnswersRecorded,
                FindingRecommended,
                RecommendationReturned,
                ScreeningConcluded,
                ScreeningReopened,
                ScreeningAgainOverdue {

    UUID personId();

    @Override
    default String subject() {
        return SharedValues.text(personId());
    }
}
