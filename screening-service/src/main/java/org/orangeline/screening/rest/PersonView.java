package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
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
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.knowledge.Whereabouts;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.Recommendation;
import org.orangeline.screening.screening.Screening;

/**
 * A person's line and screening; no identity.
 *
 * @param group code of the group; null in the moments before the first assignment
 * @param line what people are told
 * @param moves how often an officer moved the person; the history has the reasons
 * @param waitingSince when the arrival was recorded
 * @param left where to, of a person who waits no more
 * @param child whether a child, or in doubt
 * @param finding the last one that was concluded
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
        @Nullable Whereabouts left,
        ScreeningView screening,
        @Nullable Finding finding) {

    /**
     * @param keys opens the statements of grounds; empty for those who may not read them
     */
    static PersonView of(
            KnownPerson person,
            String operation,
            ScreeningState own,
            @Nullable Whereabouts left,
            LocalDate today,
            Optional<Opener> keys) {
        Place place = own.place(operation, person.personId()).orElse(null);
        Screening screening = own.screening(operation, person.personId());
        Conclusion conclusion = screening.conclusion();
        return new PersonView(
                person.personId(),
                person.registrationNumber(),
                person.needs(),
                person.isChildOrInDoubt(today),
                person.age().isInDoubt(today),
                place == null ? null : place.group(),
                place == null ? null : place.line(),
                place == null ? null : place.moves(),
                person.recordedAt(),
                left,
                ScreeningView.of(screening, keys),
                conclusion == null ? null : conclusion.finding());
    }

    /**
     * @param recommendation the open one
     * @param conclusion the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScreeningView(
            Screening.Status status,
            @Nullable RecommendationView recommendation,
            @Nullable ConclusionView conclusion) {

        static ScreeningView of(Screening screening, Optional<Opener> keys) {
            return new ScreeningView(
                    screening.status(),
                    screening.recommendation() == null
                            ? null
                            : RecommendationView.of(screening.recommendation(), keys),
                    screening.conclusion() == null
                            ? null
                            : ConclusionView.of(screening.conclusion()));
        }
    }

    /** A finding that waits for a second officer. */
    @Schema(name = "OpenRecommendation")
    public record RecommendationView(
            UUID recommendationId,
            Finding finding,
            List<GroundView> grounds,
            List<String> evidence,
            String recommendedBy,
            Instant recommendedAt) {

        static RecommendationView of(Recommendation open, Optional<Opener> keys) {
            return new RecommendationView(
                    open.id(),
                    open.finding(),
                    open.grounds().stream().map(ground -> GroundView.of(ground, keys)).toList(),
                    open.evidence(),
                    open.by(),
                    open.at());
        }
    }

    /**
     * @param statement only for those entitled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GroundView(GroundCode code, @Nullable String statement) {

        static GroundView of(Ground ground, Optional<Opener> keys) {
            return new GroundView(
                    ground.code(),
                    keys.flatMap(opener ->
                                    Confidentials.open(ground.statement(), String.class, opener))
                            .orElse(null));
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
                    conclusion.grounds(),
                    conclusion.recommendedBy(),
                    conclusion.by(),
                    conclusion.at());
        }
    }
}
