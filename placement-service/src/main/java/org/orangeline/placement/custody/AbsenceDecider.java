package org.orangeline.placement.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.AbsenceEnded;
import org.orangeline.events.placement.AbsenceStarted;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.AlikeIds;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.duties.NotOverdue;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.Care;
import org.orangeline.placement.safeguards.NonRefoulement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Who leaves a facility for a time, and comes back. */
final class AbsenceDecider {

    /** Longer stays elsewhere are transfers; this register's reading, no norm names days. */
    private static final Duration LONGEST_ABSENCE = Duration.ofDays(90);

    private AbsenceDecider() {}

    static Decision<PlacementEvent> starts(
            Placement placement,
            StartAbsence command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (placement.isAway() || placement.transfer() != null) {
            return Decision.refuse(
                    Refusal.conflict("The person is away already, or is being transferred."));
        }
        Optional<Refusal> elsewhere = ofAnother(placement, command.destination(), state);
        if (elsewhere.isPresent()) {
            return Decision.refuse(elsewhere.get());
        }
        Instant back = command.expectedBack();
        Instant leaves = command.at() == null ? context.now() : command.at();
        if (back != null && !back.isAfter(leaves)) {
            return Decision.refuse(
                    Refusal.conflict("expectedBack has to be after the person goes away."));
        }
        if (back != null && back.isAfter(leaves.plus(LONGEST_ABSENCE))) {
            return Decision.refuse(
                    Refusal.conflict(
                            "An absence lasts 90 days at most; whoever stays elsewhere for longer is"
                                    + " transferred."));
        }
        return Plausible.at(
                        "the beginning of the absence",
                        command.at(),
                        placement.happenedAt(),
                        "when the person came to this place",
                        context.now())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        Decision.accept(
                                Stream.concat(
                                                away(placement, command, state, known, context),
                                                Stream.concat(
                                                        atRisk(
                                                                placement,
                                                                command.destination(),
                                                                state,
                                                                known),
                                                        TogetherAway.questions(
                                                                placement,
                                                                command.destination(),
                                                                state,
                                                                known)))
                                        .toList()));
    }

    // An absence is no hand-over (P9), and no transfer that nobody looked at.
    private static Optional<Refusal> ofAnother(
            Placement placement, @Nullable String destination, OperationPlacements state) {
        if (destination == null) {
            return Optional.empty();
        }
        if (state.safeguards().receivers().registered().keySet().stream()
                .anyMatch(receiver -> AlikeIds.areAlike(receiver, destination))) {
            return Optional.of(
                    Refusal.rule(
                            "P9", "Nobody is brought to a receiver by an absence: hand over."));
        }
        return state.facilities().values().stream()
                .filter(one -> AlikeIds.areAlike(one.facilityId(), destination))
                .filter(one -> !one.facilityId().equals(placement.facilityId()))
                .filter(one -> one.kind() != FacilityKind.HOSPITAL)
                .findFirst()
                .map(_ ->
                        Refusal.conflict(
                                "A stay in another facility is a transfer, for which the rules are"
                                        + " asked."));
    }

    // A hospital takes the sick. That it is of a state with which a risk stands is questioned.
    private static Stream<PlacementEvent> atRisk(
            Placement placement,
            @Nullable String destination,
            OperationPlacements state,
            KnownOperation known) {
        return destination == null || placement.questioned().contains("P9")
                ? Stream.empty()
                : state.facilities().values().stream()
                        .filter(one -> AlikeIds.areAlike(one.facilityId(), destination))
                        .flatMap(one -> Stream.ofNullable(one.authority()))
                        .flatMap(code -> state.safeguards().receiver(code).stream())
                        .filter(authority ->
                                new NonRefoulement(state, known)
                                        .atRisk(placement.personId(), authority)
                                        .isPresent())
                        .limit(1)
                        .map(_ -> placement.question(List.of("P9")));
    }

    // P15: whoever goes for an hour comes back to the child; not so for longer.
    private static Stream<PlacementEvent> away(
            Placement placement,
            StartAbsence command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        var event =
                new AbsenceStarted(
                        placement.personId(),
                        placement.placementId(),
                        context.newId("absence"),
                        placement.facilityId(),
                        command.why(),
                        command.expectedBack(),
                        command.at(),
                        command.destination(),
                        command.escort());
        return event.isLong(context.now())
                ? LeftBehind.after(event, state, known, context.today()).stream()
                : Stream.of(event);
    }

    static Decision<PlacementEvent> ends(
            Placement placement,
            EndAbsence command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Absence absence = placement.absence();
        if (absence == null) {
            return Decision.refuse(Refusal.conflict("The person is not away."));
        }
        Optional<Refusal> implausible =
                Plausible.at(
                        "the return",
                        command.at(),
                        absence.since(),
                        "when the person went away",
                        context.now());
        return implausible.isPresent()
                ? Decision.refuse(implausible.get())
                : Decision.accept(
                        Stream.concat(
                                        Stream.of(
                                                new AbsenceEnded(
                                                        placement.personId(),
                                                        placement.placementId(),
                                                        absence.absenceId(),
                                                        placement.facilityId(),
                                                        command.at())),
                                        Stream.concat(
                                                toNobody(placement, state, known, context),
                                                NotOverdue.after(
                                                        placement,
                                                        placement.inquired(),
                                                        command.at(),
                                                        known)))
                                .toList());
    }

    // P15: the child comes back to a place where its carers are to be, and none of them is.
    static Stream<PlacementEvent> toNobody(
            Placement placement, OperationPlacements state, KnownOperation known, Context context) {
        var where = new Whereabouts(state, known);
        return known.person(placement.personId()).stream()
                .filter(child -> known.isChildOrInDoubt(child, context.today()))
                .filter(_ -> placement.status() == Placement.Status.PLACED)
                .filter(_ -> !placement.questioned().contains("P15"))
                .filter(child ->
                        !where.isSplitBySignature(child.personId(), placement.facilityId(), "P15"))
                .filter(child ->
                        known.carers(child)
                                .flatMap(carer -> where.destinations(carer.personId()))
                                .anyMatch(placement.destination()::equals))
                .filter(child ->
                        Care.isAmongStrangers(child, placement, _ -> true, where, context.today()))
                .map(_ -> placement.question(List.of("P15")));
    }
}
