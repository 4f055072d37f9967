package org.orangeline.screening;

import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.PersonScreeningEvent;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Screening;

/** The one way to apply an event of screening-service. */
final class ScreeningFold {

    private ScreeningFold() {}

    static ScreeningState evolve(ScreeningState state, Recorded<? extends DomainEvent> recorded) {
        if (!(recorded.event() instanceof ScreeningEvent event)) {
            throw new IllegalArgumentException("not an event of screening-service");
        }
        Envelope envelope = recorded.envelope();
        String operation = envelope.operation();
        return switch (event) {
            case GroupAssigned assigned ->
                    state.with(
                            operation,
                            assigned.personId(),
                            Place.assigned(assigned, envelope.time()));
            case GroupReassigned moved ->
                    state.with(
                            operation,
                            moved.personId(),
                            state.place(operation, moved.personId())
                                    .orElseThrow(() ->
                                            new IllegalStateException(
                                                    "moved before a first assignment"))
                                    .moved(moved, envelope.time()));
            case FindingRecommended recommended ->
                    state.with(
                            operation,
                            recommended.personId(),
                            screening(state, operation, recommended)
                                    .recommended(recommended, envelope.time()));
            case RecommendationReturned returned ->
                    state.with(
                            operation,
                            returned.personId(),
                            screening(state, operation, returned).returned());
            case ScreeningConcluded concluded ->
                    state.with(
                            operation,
                            concluded.personId(),
                            screening(state, operation, concluded)
                                    .concluded(concluded, envelope.time()));
            // Written by no command yet.
            case OtherLineSuggested _,
                    LineWaitOverdue _,
                    MedicallyCleared _,
                    ScreeningOpened _,
                    AnswersRecorded _,
                    ScreeningReopened _,
                    HeadCounted _,
                    QuestionnairePublished _ ->
                    state;
        };
    }

    private static Screening screening(
            ScreeningState state, String operation, PersonScreeningEvent event) {
        return state.screening(operation, event.personId());
    }
}
