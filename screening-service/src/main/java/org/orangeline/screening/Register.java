package org.orangeline.screening;

import java.util.UUID;
import org.orangeline.events.SharedValues;
import org.orangeline.runtime.ChampMap;
import org.orangeline.screening.lines.Flow;
import org.orangeline.screening.lines.HeadCount;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.lines.Suggestion;
import org.orangeline.screening.questionnaire.Questionnaire;
import org.orangeline.screening.questionnaire.QuestionnaireRequest;
import org.orangeline.screening.screening.Clearance;
import org.orangeline.screening.screening.Screening;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What screening-service recorded in one operation. Line and screening are separate facts: neither
 * waits for the other.
 *
 * @param places by person id
 * @param screenings by person id; nobody whose screening has not begun
 * @param clearances by person id, in the order in which they were recorded
 * @param suggestions by person id, those that are open
 * @param headCounts by group code, in the order in which they were taken
 * @param questionnaires by id, those that were published, by version
 * @param questionnaireRequests by the questionnaire's id, the versions that wait for a second human
 * @param flow by the hour, its first instant
 */
public record Register(
        PMap<String, Place> places,
        PMap<String, Screening> screenings,
        PMap<String, PVector<Clearance>> clearances,
        PMap<String, Suggestion> suggestions,
        PMap<String, PVector<HeadCount>> headCounts,
        PMap<String, PVector<Questionnaire>> questionnaires,
        PMap<String, QuestionnaireRequest> questionnaireRequests,
        PMap<String, Flow> flow) {

    static final Register EMPTY =
            new Register(
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty());

    Register with(UUID personId, Place place) {
        return new Register(
                places.plus(SharedValues.text(personId), place),
                screenings,
                clearances,
                suggestions,
                headCounts,
                questionnaires,
                questionnaireRequests,
                flow);
    }

    Register with(UUID personId, Screening screening) {
        return new Register(
                places,
                screenings.plus(SharedValues.text(personId), screening),
                clearances,
                suggestions,
                headCounts,
                questionnaires,
                questionnaireRequests,
                flow);
    }

    Register with(UUID personId, Clearance clearance) {
        return with(personId, clearancesOf(personId).plus(clearance));
    }

    PVector<Clearance> clearancesOf(UUID personId) {
        return clearances.getOrDefault(personId.toString(), TreePVector.empty());
    }

    Register with(UUID personId, PVector<Clearance> given) {
        return new Register(
                places,
                screenings,
                clearances.plus(SharedValues.text(personId), given),
                suggestions,
                headCounts,
                questionnaires,
                questionnaireRequests,
                flow);
    }

    Register with(UUID personId, Suggestion suggestion) {
        return with(suggestions.plus(SharedValues.text(personId), suggestion));
    }

    Register withoutSuggestion(UUID personId) {
        return with(suggestions.minus(personId.toString()));
    }

    private Register with(PMap<String, Suggestion> open) {
        return new Register(
                places,
                screenings,
                clearances,
                open,
                headCounts,
                questionnaires,
                questionnaireRequests,
                flow);
    }

    Register with(String group, HeadCount count) {
        return new Register(
                places,
                screenings,
                clearances,
                suggestions,
                headCounts.plus(
                        group, headCounts.getOrDefault(group, TreePVector.empty()).plus(count)),
                questionnaires,
                questionnaireRequests,
                flow);
    }

    Register with(Questionnaire published) {
        return new Register(
                places,
                screenings,
                clearances,
                suggestions,
                headCounts,
                questionnaires.plus(
                        published.id(),
                        questionnaires
                                .getOrDefault(published.id(), TreePVector.empty())
                                .plus(published)),
                questionnaireRequests.minus(published.id()),
                flow);
    }

    Register with(QuestionnaireRequest request) {
        return new Register(
                places,
                screenings,
                clearances,
                suggestions,
                headCounts,
                questionnaires,
                questionnaireRequests.plus(request.asked().id(), request),
                flow);
    }

    Register counting(String hour, Flow of) {
        return new Register(
                places,
                screenings,
                clearances,
                suggestions,
                headCounts,
                questionnaires,
                questionnaireRequests,
                flow.plus(hour, flow.getOrDefault(hour, Flow.NONE).and(of)));
    }
}
