package org.orangeline.placement.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.ConsentWithdrawn;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.CustodyCommand;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.NotOverdue;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** What happens to people in a facility, or on the way there. Facts are recorded. */
public final class CustodyDecider {

    private CustodyDecider() {}

    public static Decision<PlacementEvent> decide(
            CustodyCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return switch (command) {
            case StartAbsence start ->
                    OnPlacement.placed(
                            start.placementId(),
                            start.personId(),
                            state,
                            context,
                            placement ->
                                    AbsenceDecider.starts(placement, start, state, known, context));
            case EndAbsence end ->
                    OnPlacement.placed(
                            end.placementId(),
                            end.personId(),
                            state,
                            context,
                            placement ->
                                    AbsenceDecider.ends(placement, end, state, known, context));
            case RecordEscape escape ->
                    OnPlacement.open(
                            escape.placementId(),
                            escape.personId(),
                            state,
                            context,
                            placement -> escaped(placement, escape, state, known, context));
            case RecordDeath death ->
                    OnPlacement.open(
                            death.placementId(),
                            death.personId(),
                            state,
                            context,
                            placement -> died(placement, death, state, known, context));
            case RecordBirth birth ->
                    OnPlacement.placed(
                            birth.placementId(),
                            birth.personId(),
                            state,
                            context,
                            mother -> born(mother, birth, state, known, context));
            case RecordFoundInside found -> FoundInsideDecider.decide(found, state, known, context);
            case ReportMissing missing -> MissingDecider.missing(missing, state, known, context);
            case RecordFound found -> MissingDecider.found(found, state, known, context);
            case RaiseAbsence raise -> MissingDecider.overdue(raise, state, known, context);
            case RequestWithdrawal request -> WithdrawalDecider.request(request, state, context);
            case ConfirmWithdrawal confirm ->
                    WithdrawalDecider.confirm(confirm, state, known, context);
            case WithdrawConsent withdraw ->
                    OnPlacement.any(
                            withdraw.placementId(),
                            withdraw.personId(),
                            state,
                            context,
                            placement -> withdrawn(placement, withdraw, known, context));
        };
    }

    private static Decision<PlacementEvent> ended(
            Placement placement,
            PersonPlacementEvent event,
            Instant at,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return Decision.accept(
                Stream.concat(
                                LeftBehind.after(event, state, known, context.today()).stream(),
                                NotOverdue.ended(placement, at, known))
                        .toList());
    }

    private static Decision<PlacementEvent> escaped(
            Placement placement,
            RecordEscape command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return Plausible.between(
                        "noticedAt, when the escape was noticed,",
                        command.noticedAt(),
                        placement.orderedAt(),
                        "when the placement was ordered",
                        context.now())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        ended(
                                placement,
                                new Escaped(
                                        placement.personId(),
                                        placement.placementId(),
                                        placement.facilityId(),
                                        command.noticedAt(),
                                        Confidential.of(command.note().text())),
                                command.noticedAt(),
                                state,
                                known,
                                context));
    }

    private static Decision<PlacementEvent> died(
            Placement placement,
            RecordDeath command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return Plausible.between(
                        "diedAt, the death,",
                        command.diedAt(),
                        Duties.custodySince(placement, known),
                        "when the person came into custody",
                        context.now())
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        ended(
                                placement,
                                new DiedInCustody(
                                        placement.personId(),
                                        placement.placementId(),
                                        placement.facilityId(),
                                        command.diedAt(),
                                        Confidential.of(command.circumstances().text())),
                                command.diedAt(),
                                state,
                                known,
                                context));
    }

    // The child is inside: it is recorded, and what is over the capacity is questioned (rule P1).
    private static Decision<PlacementEvent> born(
            Placement mother,
            RecordBirth command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (isMale(mother, known)) {
            return Decision.refuse(
                    Refusal.conflict("By the register this person is male; correct that first."));
        }
        if (known.person(command.childId()).isPresent()
                || state.placementsOf(command.childId().toString()).findAny().isPresent()) {
            return Decision.refuse(Refusal.conflict("This child is registered already."));
        }
        if (isTooYoung(mother, command, known)) {
            return Decision.refuse(
                    Refusal.conflict(
                            "By the register this person is too young to be a mother; correct the age,"
                                    + " or name the mother."));
        }
        Optional<Refusal> implausible =
                Plausible.between(
                        "bornAt, the birth,",
                        command.bornAt(),
                        mother.orderedAt(),
                        "when the mother's placement was ordered; who was born before arrives like"
                                + " everybody else",
                        context.now());
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        var born =
                new BornInCustody(
                        mother.personId(),
                        command.childId(),
                        context.newId("placement"),
                        mother.facilityId(),
                        command.bornAt(),
                        command.sex());
        List<PlacementEvent> events = new ArrayList<>(List.of(born));
        boolean full =
                state.facility(mother.facilityId()).orElseThrow().free(mother.place().section())
                        == 0;
        if (full) {
            events.add(
                    Placement.question(
                            command.childId(),
                            born.placementId(),
                            mother.facilityId(),
                            List.of("P1"),
                            null));
        }
        return Decision.accept(events);
    }

    // By every registration; who is in doubt gets the benefit of it.
    private static boolean isTooYoung(Placement mother, RecordBirth command, KnownOperation known) {
        LocalDate born = command.bornAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return known.person(mother.personId())
                .filter(person -> known.atMost(person, born) < FamilyRole.PARENT_IS_OLDER_BY)
                .isPresent();
    }

    private static boolean isMale(Placement mother, KnownOperation known) {
        List<PersonFacts> records =
                known.person(mother.personId()).map(known::records).orElse(List.of());
        return !records.isEmpty() && records.stream().allMatch(one -> one.sex() == Sex.MALE);
    }

    // P14: the shelter is questioned at once, and a human settles it.
    private static Decision<PlacementEvent> withdrawn(
            Placement placement, WithdrawConsent command, KnownOperation known, Context context) {
        if (!placement.status().isOpen()
                || !isConsentTo(placement, known, context)
                || !placement.terms().withConsent()) {
            return Decision.refuse(Refusal.conflict("There is no consent to withdraw."));
        }
        Optional<Refusal> implausible =
                Plausible.at(
                        "the withdrawal of consent",
                        command.at(),
                        placement.happenedAt(),
                        "when the person came to this place or was ordered there",
                        context.now());
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        return Decision.accept(
                new ConsentWithdrawn(
                        placement.personId(),
                        placement.placementId(),
                        placement.facilityId(),
                        Confidential.of(command.note().text()),
                        command.at()),
                placement.question(List.of("P5")));
    }

    // P5: shelter rests on consent, and so does an adult's company of a relative.
    private static boolean isConsentTo(Placement placement, KnownOperation known, Context context) {
        return placement.basis() == Basis.VOLUNTARY_SHELTER
                || (placement.basis() == Basis.ACCOMPANYING_FAMILY
                        && known.person(placement.personId())
                                .filter(person -> !known.isSurelyChild(person, context.today()))
                                .isPresent());
    }
}
