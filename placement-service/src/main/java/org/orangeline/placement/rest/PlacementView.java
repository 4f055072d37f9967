package org.orangeline.placement.rest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Basis;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.questions.Raised;

/**
 * A placement as it stands.
 *
 * @param status {@code ordered}, {@code placed}, {@code missing}, {@code cancelled}, {@code ended}
 *     or {@code withdrawn}
 * @param since when that began, as told
 * @param held whether the person may not leave: detained, or sheltered where nobody may
 * @param reviewDue the next review (rule P10); missing when the person is not held
 * @param transferTo the facility of a transfer that is ordered
 * @param away why the person is away for a time
 * @param expectedBack until when
 * @param awayTo code of where to
 * @param awayWith code of who goes along
 * @param missingFrom the convoy that the person left with and did not arrive in
 * @param lastFact the event that can be withdrawn now (rule P18)
 * @param withdrawal one that waits for a second human
 * @param questioned rules that it breaks and that are not settled (rule P14)
 * @param questionDue until when the first of them is to be closed
 * @param questionsOverdue those that were not closed in time
 * @param settlementWaits those that one human settled, and that wait for a second one
 */
@Schema(name = "Placement")
public record PlacementView(
        UUID placementId,
        UUID personId,
        @Nullable String registrationNumber,
        String facilityId,
        @Nullable String section,
        Basis basis,
        String status,
        Instant since,
        Instant custodySince,
        @Nullable UUID accompanies,
        boolean held,
        @Nullable Instant reviewDue,
        @Nullable String transferTo,
        @Nullable AbsenceReason away,
        @Nullable Instant expectedBack,
        @Nullable String awayTo,
        @Nullable String awayWith,
        @Nullable UUID missingFrom,
        @Nullable String lastFact,
        @Nullable UUID withdrawal,
        List<String> questioned,
        @Nullable Instant questionDue,
        List<String> questionsOverdue,
        List<String> settlementWaits) {

    static PlacementView of(Placement placement, KnownOperation known, Instant now) {
        List<Raised> raised =
                known.legalProfile() == null ? List.of() : Raised.of(placement, known).toList();
        var transfer = placement.transfer();
        var absence = placement.absence();
        var missing = placement.missing();
        var undo = placement.undo();
        var withdrawal = placement.withdrawal();
        return new PlacementView(
                placement.placementId(),
                placement.personId(),
                known.person(placement.personId())
                        .map(PersonFacts::registrationNumber)
                        .orElse(null),
                placement.facilityId(),
                placement.place().section(),
                placement.basis(),
                placement.missing() == null
                        ? placement.status().name().toLowerCase(Locale.ROOT)
                        : "missing",
                placement.happenedAt(),
                placement.custodySince(),
                placement.accompanies(),
                placement.held(),
                Duties.reviewDue(placement, known),
                transfer == null ? null : transfer.to().facilityId(),
                absence == null ? null : absence.why(),
                absence == null ? null : absence.expectedBack(),
                absence == null ? null : absence.destination(),
                absence == null ? null : absence.escort(),
                missing == null ? null : missing.convoyId(),
                undo == null ? null : undo.fact(),
                withdrawal == null ? null : withdrawal.withdrawalId(),
                placement.questioned(known.merges()::stands),
                raised.stream().map(Raised::due).findFirst().orElse(null),
                rules(raised, question -> question.isOverdue(now)),
                rules(raised, question -> question.requestedBy() != null));
    }

    private static List<String> rules(List<Raised> raised, Predicate<Raised> which) {
        return raised.stream().filter(which).map(Raised::rule).distinct().sorted().toList();
    }
}
