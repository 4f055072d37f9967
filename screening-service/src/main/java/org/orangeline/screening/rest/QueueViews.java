package org.orangeline.screening.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Finding;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.Screening;
import org.orangeline.screening.view.FindingInDoubt;
import org.orangeline.screening.view.Suggested;
import org.orangeline.screening.view.ToApprove;
import org.orangeline.screening.view.ToScreen;
import org.orangeline.screening.view.ToScreenAgain;

/** What the queues of the officers show; no identity. */
final class QueueViews {

    private QueueViews() {}

    /**
     * Somebody to question.
     *
     * @param group where the person waits
     * @param clearanceNeeded whether a clinician has to allow it first (rule S4)
     * @param turn why this one comes where it comes
     * @param waitingSince when the person came, as told where that is plausible (rule L4)
     * @param screenAgainBy the limit for somebody who was found UNDETERMINED
     * @param screenAgainOverdueAt when it was reported that this limit was passed (rule S1)
     * @param family the others of the family, wherever they wait
     */
    @Schema(name = "ToScreen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ToScreenView(
            UUID personId,
            String registrationNumber,
            @Nullable String group,
            Screening.Status status,
            List<String> needs,
            boolean child,
            boolean inDoubt,
            boolean clearanceNeeded,
            ToScreen.Turn turn,
            Instant waitingSince,
            long waitingSeconds,
            @Nullable Instant screenAgainBy,
            @Nullable Instant screenAgainOverdueAt,
            List<MemberView> family) {

        static ToScreenView of(
                ToScreen one, String operation, ScreeningState own, Knowledge known, Instant now) {
            KnownOperation open = known.operation(operation);
            Place place = one.place();
            return new ToScreenView(
                    one.person().personId(),
                    one.person().registrationNumber(),
                    place == null || !known.isHere(operation, one.person().personId().toString())
                            ? null
                            : place.group(),
                    one.screening().status(),
                    one.person().needs(),
                    one.childOrInDoubt(),
                    one.inDoubt(),
                    one.toBeCleared(),
                    one.turn(),
                    one.since(),
                    LineViews.seconds(one.since(), now),
                    one.screenAgainBy(),
                    one.screening().undetermined().map(Conclusion::overdueAt).orElse(null),
                    open == null
                            ? List.of()
                            : open.familyOf(one.person()).stream()
                                    .map(member -> MemberView.of(member, operation, own, known))
                                    .toList());
        }
    }

    /**
     * Somebody who has to be screened again.
     *
     * @param group where the person waits
     * @param since when the person was found UNDETERMINED
     * @param due the limit of the legal profile
     * @param reportedAt when it was recorded that the limit was passed
     * @param rule the limit's
     */
    @Schema(name = "ToScreenAgain")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgainView(
            UUID personId,
            String registrationNumber,
            @Nullable String group,
            Instant since,
            Instant due,
            boolean overdue,
            @Nullable Instant reportedAt,
            String rule) {

        static AgainView of(ToScreenAgain one, Instant now) {
            Place place = one.place();
            return new AgainView(
                    one.person().personId(),
                    one.person().registrationNumber(),
                    place == null ? null : place.group(),
                    one.conclusion().at(),
                    one.due(),
                    !now.isBefore(one.due()),
                    one.conclusion().overdueAt(),
                    "S1");
        }
    }

    /**
     * A recommendation that waits for an approver, or was sent back.
     *
     * @param finding that is recommended
     * @param recommendedBy id of the officer; null when it was sent back
     * @param capturedBy id of who made it on a tablet, where that was said
     * @param returnedBy id of the approver who sent it back
     * @param since when it was recommended, or sent back
     */
    @Schema(name = "ToApprove")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ToApproveView(
            UUID personId,
            String registrationNumber,
            UUID recommendationId,
            @Nullable Finding finding,
            @Nullable String recommendedBy,
            @Nullable String capturedBy,
            @Nullable String returnedBy,
            Instant since,
            long waitingSeconds,
            List<String> needs,
            boolean vulnerable) {

        static ToApproveView of(ToApprove one, Instant now) {
            return new ToApproveView(
                    one.person().personId(),
                    one.person().registrationNumber(),
                    one.recommendationId(),
                    one.finding(),
                    one.recommendedBy(),
                    one.capturedBy(),
                    one.returnedBy(),
                    one.since(),
                    LineViews.seconds(one.since(), now),
                    one.person().needs(),
                    one.vulnerable());
        }
    }

    /**
     * Somebody whose finding a later fact contradicts.
     *
     * @param since when the finding was concluded
     * @param rules that it would break now
     */
    @Schema(name = "FindingInDoubt")
    public record InDoubtView(
            UUID personId,
            String registrationNumber,
            Finding finding,
            Instant since,
            UUID recommendationId,
            List<String> rules) {

        static InDoubtView of(FindingInDoubt one) {
            return new InDoubtView(
                    one.person().personId(),
                    one.person().registrationNumber(),
                    one.conclusion().finding(),
                    one.conclusion().at(),
                    one.conclusion().recommendationId(),
                    one.broken().stream().map(Violation::rule).distinct().toList());
        }
    }

    /**
     * A member of somebody's family.
     *
     * @param status of the member's own screening (rule S1)
     */
    @Schema(name = "FamilyMember")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberView(
            UUID personId,
            String registrationNumber,
            @Nullable String group,
            Screening.Status status) {

        static MemberView of(
                KnownPerson member, String operation, ScreeningState own, Knowledge known) {
            return new MemberView(
                    member.personId(),
                    member.registrationNumber(),
                    own.place(operation, member.personId())
                            .filter(_ -> known.isHere(operation, member.personId().toString()))
                            .map(Place::group)
                            .orElse(null),
                    own.screening(operation, member.personId()).status());
        }

        /** In a cell of a spreadsheet. */
        @Override
        public String toString() {
            return registrationNumber;
        }
    }

    /**
     * Another line for somebody.
     *
     * @param group where the person waits
     * @param suggested where the rules would send the person
     * @param because id of the plan's rule, L1 or L2
     * @param causationId the event that brought it about
     */
    @Schema(name = "LineSuggestion")
    public record SuggestionView(
            UUID personId,
            String registrationNumber,
            String group,
            String suggested,
            String because,
            String causationId,
            Instant suggestedAt) {

        static SuggestionView of(Suggested one) {
            return new SuggestionView(
                    one.person().personId(),
                    one.person().registrationNumber(),
                    one.place().group(),
                    one.suggestion().suggested(),
                    one.suggestion().because(),
                    one.suggestion().cause(),
                    one.suggestion().at());
        }
    }
}
