package org.orangeline.events.screening;

import java.util.UUID;
import org.orangeline.events.DomainEvent;

/** What screening-service records; every one is about one person (rule S1). */
public sealed interface ScreeningEvent extends DomainEvent
        permits GroupAssigned,
                GroupReassigned,
                FindingRecommended,
                RecommendationReturned,
                ScreeningConcluded {

    UUID personId();

    @Override
    default String subject() {
        return personId().toString();
    }
}
