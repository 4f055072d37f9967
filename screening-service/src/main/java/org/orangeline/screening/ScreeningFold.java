package org.orangeline.screening;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.HeadCounted;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.QuestionnaireRequested;
import org.orangeline.events.screening.RecommendationReturned;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.screening.lines.Flow;
import org.orangeline.screening.lines.HeadCount;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.lines.Suggestion;
import org.orangeline.screening.questionnaire.Questionnaire;
import org.orangeline.screening.questionnaire.QuestionnaireRequest;
import org.orangeline.screening.screening.Clearance;
import org.orangeline.screening.screening.Screening;
import org.pcollections.PVector;

/** The one way to apply an event of screening-service. */
final class ScreeningFold {

    private ScreeningFold() {}

    static ScreeningState evolve(ScreeningState state, Recorded<? extends DomainEvent> recorded) {
        if (!(recorded.event() instanceof ScreeningEvent event)) {
            throw new IllegalArgumentException("not an event of screening-service");
        }
        Envelope at = recorded.envelope();
        return state.with(at.operation(), evolve(state.operation(at.operation()), event, at));
    }

    private static Register evolve(Register register, ScreeningEvent event, Envelope at) {
        return switch (event) {
            case GroupAssigned assigned ->
                    register.with(assigned.personId(), Place.assigned(assigned, at))
                            .counting(hour(at), Flow.ASSIGNED);
            case GroupReassigned moved ->
                    register.with(
                                    moved.personId(),
                                    place(register, moved.personId()).moved(moved, at))
                            .withoutSuggestion(moved.personId());
            case OtherLineSuggested suggested ->
                    register.with(
                            suggested.personId(),
                            new Suggestion(
                                    suggested.suggested(),
                                    suggested.because(),
                                    at.causationId(),
                                    at.time()));
            case LineWaitOverdue overdue ->
                    register.with(
                            overdue.personId(),
                            place(register, overdue.personId()).overdue(overdue, at.time()));
            case HeadCounted counted -> register.with(counted.group(), HeadCount.of(counted, at));
            case QuestionnaireRequested requested ->
                    register.with(QuestionnaireRequest.of(requested, at));
            case QuestionnairePublished published ->
                    register.with(Questionnaire.of(published, at.time()));
            case MedicallyCleared cleared ->
                    register.with(cleared.personId(), Clearance.of(cleared, at));
            case ClearanceExpired expired -> expired(register, expired, at.time());
            case ScreeningOpened opened ->
                    screened(register, opened.personId(), one -> one.opened(opened, at.time()));
            case AnswersRecorded answers ->
                    screened(register, answers.personId(), one -> one.answered(answers));
            case FindingRecommended recommended ->
                    screened(
                            register,
                            recommended.personId(),
                            one -> one.recommended(recommended, at.time()));
            case RecommendationReturned returned ->
                    screened(
                            register,
                            returned.personId(),
                            one -> one.returned(returned, at.time()));
            case ScreeningConcluded concluded ->
                    screened(register, concluded.personId(), one -> one.concluded(concluded, at))
                            .counting(hour(at), Flow.CONCLUDED);
            case ScreeningReopened reopened ->
                    screened(register, reopened.personId(), Screening::reopened);
            case ScreeningAgainOverdue overdue ->
                    screened(register, overdue.personId(), one -> one.overdue(at.time()));
        };
    }

    private static String hour(Envelope at) {
        return at.time().truncatedTo(ChronoUnit.HOURS).toString();
    }

    private static Place place(Register register, UUID personId) {
        Place place = register.places().get(personId.toString());
        if (place == null) {
            throw new IllegalStateException("in a line before a first assignment");
        }
        return place;
    }

    // Two clinicians may have spoken at the same moment: both clearances run out then.
    private static Register expired(Register register, ClearanceExpired event, Instant at) {
        PVector<Clearance> given = register.clearancesOf(event.personId());
        PVector<Clearance> all = given;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).at().equals(event.since())) {
                all = all.with(i, all.get(i).expired(at));
            }
        }
        return all == given ? register : register.with(event.personId(), all);
    }

    private static Register screened(
            Register register, UUID personId, UnaryOperator<Screening> how) {
        return register.with(
                personId,
                how.apply(
                        register.screenings()
                                .getOrDefault(personId.toString(), Screening.NOT_BEGUN)));
    }
}
