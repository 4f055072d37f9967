package org.orangeline.placement.custody;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.NotOverdue;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Parted;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** P17: who is missing is an alarm, until the person is found, has escaped, or has died. */
final class MissingDecider {

    private MissingDecider() {}

    static Decision<PlacementEvent> missing(
            ReportMissing command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return OnPlacement.open(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement ->
                        placement.missing() != null
                                ? Decision.refuse(
                                        Refusal.conflict("The person is missing already."))
                                : plausible(
                                        "since, when the person was seen last,",
                                        command.since(),
                                        seen(placement, known),
                                        "when the person came there, or was seen last",
                                        context,
                                        LeftBehind.after(
                                                new PersonMissing(
                                                        placement.personId(),
                                                        placement.placementId(),
                                                        placement.facilityId(),
                                                        command.since(),
                                                        Confidential.of(command.note().text())),
                                                state,
                                                known,
                                                context.today())));
    }

    static Decision<PlacementEvent> found(
            RecordFound command, OperationPlacements state, KnownOperation known, Context context) {
        return OnPlacement.open(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement ->
                        placement.missing() == null
                                ? Decision.refuse(Refusal.conflict("The person is not missing."))
                                : plausible(
                                        "foundAt, the finding,",
                                        command.foundAt(),
                                        Duties.custodySince(placement, known),
                                        "when the person came into custody",
                                        context,
                                        Stream.concat(
                                                        foundWith(
                                                                placement, command, state, known,
                                                                context),
                                                        NotOverdue.after(
                                                                placement,
                                                                placement.inquired(),
                                                                command.foundAt(),
                                                                known))
                                                .toList()));
    }

    private static Stream<PlacementEvent> foundWith(
            Placement placement,
            RecordFound command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<PlacementEvent> parted =
                Parted.by(
                        event(placement, command),
                        placement.back(new Started("", context.now())),
                        state,
                        known,
                        context.now());
        boolean isAsked =
                parted.stream()
                        .anyMatch(event ->
                                event instanceof PlacementQuestioned question
                                        && question.placementId().equals(placement.placementId())
                                        && question.rules().contains("P15"));
        return isAsked
                ? parted.stream()
                : Stream.concat(
                        parted.stream(), AbsenceDecider.toNobody(placement, state, known, context));
    }

    private static PersonFound event(Placement placement, RecordFound command) {
        return new PersonFound(
                placement.personId(),
                placement.placementId(),
                placement.facilityId(),
                command.foundAt(),
                Confidential.of(command.note().text()));
    }

    // Who is to come is perhaps missed since before the order.
    private static Instant seen(Placement placement, KnownOperation known) {
        Instant there =
                placement.status() == Placement.Status.PLACED
                        ? placement.happenedAt()
                        : Duties.custodySince(placement, known);
        return placement.seenAt() != null && placement.seenAt().isAfter(there)
                ? placement.seenAt()
                : there;
    }

    private static Decision<PlacementEvent> plausible(
            String what,
            Instant told,
            Instant earliest,
            String earliestIs,
            Context context,
            List<PlacementEvent> events) {
        return Plausible.between(what, told, earliest, earliestIs, context.now())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() -> Decision.accept(events));
    }

    static Decision<PlacementEvent> overdue(
            RaiseAbsence command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return state.placement(command.placementId(), command.personId()).stream()
                .flatMap(placement ->
                        WhenAbsenceIsOverdueThenRaise.expectedBack(placement).stream()
                                .filter(back -> back.absenceId().equals(command.absenceId()))
                                .filter(back -> context.now().isAfter(back.at()))
                                .map(back ->
                                        new AbsenceOverdue(
                                                placement.personId(),
                                                placement.placementId(),
                                                back.absenceId(),
                                                placement.facilityId(),
                                                back.at())))
                .findFirst()
                .map(overdue -> LeftBehind.after(overdue, state, known, context.today()))
                .map(Decision::<PlacementEvent>accept)
                .orElseGet(() -> Decision.refuse(Refusal.conflict("Nobody is overdue.")));
    }
}
