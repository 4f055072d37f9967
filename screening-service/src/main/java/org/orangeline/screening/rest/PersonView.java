package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Opener;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.kit.rest.Confidentials;
import org.orangeline.runtime.View;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Coming;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Whereabouts;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.lines.Suggestion;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.Interview;
import org.orangeline.screening.screening.Opening;
import org.orangeline.screening.screening.Recommendation;
import org.orangeline.screening.screening.Screening;

/**
 * A person's line and screening; no identity.
 *
 * @param group code of the group where the person waits; a waiting place and not a mark of the
 *     person, so null for who waits no more, and in the moments before the first assignment
 * @param line what people are told while they wait
 * @param moves how often an officer moved the person; the history has the reasons
 * @param waitingSince when the person came, as told where that is plausible (rule L4)
 * @param waitOverdueAt when this wait was reported as too long (rule L4)
 * @param left where to, of a person who waits no more
 * @param mergedInto the registration to use instead of this one
 * @param clearanceNeeded whether a clinician has to allow questions first (rule S4)
 * @param suggestion another line that the line officer has to decide on
 * @param screenAgainBy the limit for somebody who was found UNDETERMINED
 * @param screenAgainOverdueAt when it was reported that this limit was passed (rule S1)
 * @param child whether a child, or in doubt
 * @param finding the one that stands; none while the screening is reopened
 * @param family the others of the family
 */
@Schema(name = "ScreenedPerson")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        UUID personId,
        String registrationNumber,
        List<String> needs,
        boolean child,
        boolean inDoubt,
        @Nullable String group,
        @Nullable String line,
        @Nullable Integer moves,
        Instant waitingSince,
        @Nullable Instant waitOverdueAt,
        @Nullable Whereabouts left,
        @Nullable UUID mergedInto,
        boolean clearanceNeeded,
        @Nullable SuggestionView suggestion,
        ScreeningView screening,
        @Nullable Finding finding,
        @Nullable Instant screenAgainBy,
        @Nullable Instant screenAgainOverdueAt,
        List<QueueViews.MemberView> family) {

    /**
     * @param keys opens the statements of grounds; empty for those who may not read them
     */
    static PersonView of(
            KnownPerson person,
            String operation,
            View<ScreeningState, Knowledge> view,
            Instant now,
            Optional<Opener> keys) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        ScreeningState own = view.own();
        UUID id = person.personId();
        KnownOperation open = view.known().operation(operation);
        Place place = own.place(operation, id).orElse(null);
        Screening screening = own.screening(operation, id);
        boolean waits = view.known().isHere(operation, id.toString());
        return new PersonView(
                id,
                person.registrationNumber(),
                person.needs(),
                person.isChildOrInDoubt(today),
                person.isInDoubt(today),
                place == null || !waits ? null : place.group(),
                place == null || !waits ? null : place.line(),
                place == null ? null : place.moves(),
                Coming.cameAt(operation, person, view.known()),
                place == null || place.overdue() == null ? null : place.overdue().at(),
                view.known().whereabouts(operation, id.toString()).orElse(null),
                open == null ? null : open.mergedInto(id).map(KnownPerson::personId).orElse(null),
                open != null
                        && !Policy.violations(
                                        Policies.QUESTIONING,
                                        Interview.of(operation, person, own, open, now))
                                .isEmpty(),
                own.suggestion(operation, id).map(SuggestionView::of).orElse(null),
                ScreeningView.of(screening, keys),
                screening.finding().orElse(null),
                open == null ? null : screening.screenAgainBy(open::screenAgainWithin).orElse(null),
                screening.undetermined().map(Conclusion::overdueAt).orElse(null),
                open == null
                        ? List.of()
                        : open.familyOf(person).stream()
                                .map(member ->
                                        QueueViews.MemberView.of(
                                                member, operation, own, view.known()))
                                .toList());
    }

    /**
     * @param suggested where the rules would send the person
     * @param because id of the plan's rule, L1 or L2
     */
    public record SuggestionView(String suggested, String because, Instant suggestedAt) {

        static SuggestionView of(Suggestion open) {
            return new SuggestionView(open.suggested(), open.because(), open.at());
        }
    }

    /**
     * How a screening was begun.
     *
     * @param answered how often answers were recorded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OpenScreening")
    public record OpeningView(
            UUID screeningId,
            String questionnaire,
            int version,
            String language,
            @Nullable String interpreter,
            int answered,
            Instant openedAt) {

        static OpeningView of(Opening opening) {
            return new OpeningView(
                    opening.screeningId(),
                    opening.questionnaire(),
                    opening.version(),
                    opening.language(),
                    opening.interpreter(),
                    opening.answered(),
                    opening.at());
        }
    }

    /**
     * @param opening null while it is not open
     * @param recommendation the open one
     * @param conclusion the last one; it does not stand while the screening is reopened
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScreeningView(
            Screening.Status status,
            @Nullable OpeningView opening,
            @Nullable RecommendationView recommendation,
            @Nullable ConclusionView conclusion) {

        static ScreeningView of(Screening screening, Optional<Opener> keys) {
            return new ScreeningView(
                    screening.status(),
                    screening.opening() == null ? null : OpeningView.of(screening.opening()),
                    screening.recommendation() == null
                            ? null
                            : RecommendationView.of(screening.recommendation(), keys),
                    screening.conclusion() == null
                            ? null
                            : ConclusionView.of(screening.conclusion()));
        }
    }

    /**
     * A finding that waits for a second officer.
     *
     * @param capturedBy who made it on a tablet, when that was said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OpenRecommendation")
    public record RecommendationView(
            UUID recommendationId,
            Finding finding,
            List<GroundView> grounds,
            List<String> evidence,
            String recommendedBy,
            @Nullable String capturedBy,
            Instant recommendedAt) {

        static RecommendationView of(Recommendation open, Optional<Opener> keys) {
            return new RecommendationView(
                    open.id(),
                    open.finding(),
                    open.grounds().stream().map(ground -> GroundView.of(ground, keys)).toList(),
                    open.evidence(),
                    open.by(),
                    open.capturedBy(),
                    open.at());
        }
    }

    /**
     * @param statement only for those entitled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GroundView(
            GroundCode code,
            @Nullable String statement,
            @Nullable String actOn,
            @Nullable Integer ageAtAct) {

        static GroundView of(Ground ground, Optional<Opener> keys) {
            return new GroundView(
                    ground.code(),
                    keys.flatMap(opener ->
                                    Confidentials.open(ground.statement(), String.class, opener))
                            .orElse(null),
                    ground.actOn(),
                    ground.ageAtAct());
        }
    }

    /** A finding that stands. */
    @Schema(name = "Concluded")
    public record ConclusionView(
            Finding finding,
            List<GroundCode> grounds,
            String recommendedBy,
            String concludedBy,
            Instant concludedAt) {

        static ConclusionView of(Conclusion conclusion) {
            return new ConclusionView(
                    conclusion.finding(),
                    conclusion.codes(),
                    conclusion.recommendedBy(),
                    conclusion.by(),
                    conclusion.at());
        }
    }
}
