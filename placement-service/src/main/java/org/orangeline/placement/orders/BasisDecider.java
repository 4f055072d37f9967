package org.orangeline.placement.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Ground;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.duties.ToBeFree;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.rules.Companion;
import org.orangeline.placement.rules.Companions;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.placement.rules.RoomFor;
import org.orangeline.placement.transfers.LeftAmongStrangers;
import org.orangeline.placement.transfers.TransferDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * Another basis for a standing placement, without a release that never was. The rules are those of
 * an order on that basis; where it asks for another place, the person is ordered there with it.
 */
public final class BasisDecider {

    private static final Violation NO_RELATIVE =
            new Violation("P5", "Accompanying family needs an interned relative.");

    private BasisDecider() {}

    public static Decision<PlacementEvent> change(
            ChangeBasis command, OperationPlacements state, KnownOperation known, Context context) {
        return OnPlacement.open(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement -> changed(placement, command, state, known, context));
    }

    private static Decision<PlacementEvent> changed(
            Placement placement,
            ChangeBasis command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<PersonFacts> person = known.person(placement.personId());
        Optional<Refusal> unfit = unfit(placement, command, person, state, known, context);
        if (unfit.isPresent()) {
            return Decision.refuse(unfit.get());
        }
        Place to = place(placement, command, person.orElseThrow(), state, known, context);
        PlacementCase there = as(placement, to, command.on(), state, known, context);
        boolean moves = elsewhere(placement, command) != null;
        List<Violation> violations =
                !moves
                        ? PlacementRules.ofBasis(there)
                        : Stream.concat(
                                        PlacementRules.ofTransfer(there).stream(),
                                        PlacementRules.ofOneHuman(there, context.actor()).stream())
                                .toList();
        var left =
                LeftAmongStrangers.by(
                        moves ? List.of(placement) : List.of(),
                        List.of(new Companion(placement.personId(), to, command.on().basis())),
                        state,
                        known,
                        context);
        if (violations.isEmpty()) {
            violations = left.refused().stream().toList();
        }
        if (!violations.isEmpty()) {
            return Decision.refuse(Refusal.rules(violations));
        }
        if (moves && !OrderDecider.fits(List.of(to), state)) {
            return Decision.refuse(OrderDecider.noPlace());
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(event(placement, command));
        if (moves) {
            events.add(TransferDecider.ordered(placement, to, command.reason(), context));
            questioned(
                            placement,
                            PlacementRules.ofBasis(
                                    as(
                                            placement,
                                            placement.place(),
                                            command.on(),
                                            state,
                                            known,
                                            context)))
                    .ifPresent(events::add);
        }
        left.questions().forEach(events::add);
        leftWithoutGround(placement, command, person.get(), new Whereabouts(state, known))
                .forEach(events::add);
        return Decision.accept(events);
    }

    private static boolean isConsented(
            Placement placement,
            PersonFacts person,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return placement.terms().isConsented(known.isSurelyChild(person, context.today()))
                && Consents.stands(
                        placement.terms(), person, new Whereabouts(state, known), context.now());
    }

    private static Optional<Refusal> unfit(
            Placement placement,
            ChangeBasis command,
            Optional<PersonFacts> person,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (person.isEmpty()) {
            return Optional.of(Refusal.conflict("The person is not registered yet."));
        }
        if (placement.missing() != null) {
            return Optional.of(OnPlacement.MISSING);
        }
        if (new Whereabouts(state, known).taken(person.get()).isPresent()) {
            return Optional.of(OnPlacement.TAKEN);
        }
        boolean consentAnew =
                !isConsented(placement, person.get(), state, known, context)
                        && (command.on().basis() == Basis.VOLUNTARY_SHELTER
                                || (command.on().basis() == Basis.ACCOMPANYING_FAMILY
                                        && command.on().consent() != null));
        if (placement.basis() == command.on().basis() && !consentAnew) {
            return Optional.of(Refusal.conflict("The person is there on this basis already."));
        }
        Placement seen = Registrations.seen(placement, state, known);
        Optional<Refusal> old =
                Consents.refusal(person.get(), command.on().consent(), state, known, context);
        if (old.isPresent()) {
            return old;
        }
        String facilityId =
                command.facilityId() == null ? placement.facilityId() : command.facilityId();
        boolean held =
                state.facility(facilityId)
                        .filter(facility -> facility.holds(command.on().basis()))
                        .isPresent();
        if (held && isToBeFree(seen, command, person.get(), state, known)) {
            return Optional.of(ToBeFree.NOT_HELD);
        }
        String elsewhere = elsewhere(placement, command);
        if (elsewhere == null) {
            return Optional.empty();
        }
        if (state.facility(elsewhere)
                .filter(to ->
                        command.section() == null || to.section(command.section()).isPresent())
                .isEmpty()) {
            return Optional.of(Refusal.notFound("There is no such facility or section."));
        }
        return state.isOnTheWay(placement.personId())
                ? Optional.of(Refusal.conflict(OnPlacement.ON_THE_WAY))
                : TransferDecider.unfit(placement).map(Refusal::conflict);
    }

    // Somebody who is held is to be free whoever decided so; who took consent back and may leave is
    // held on a ground of their own only.
    private static boolean isToBeFree(
            Placement seen,
            ChangeBasis command,
            PersonFacts person,
            OperationPlacements state,
            KnownOperation known) {
        boolean again =
                seen.liberty() != null
                        && OnOtherBasis.isConsentAgain(
                                seen.liberty(), command.on().basis(), command.on().consent());
        return (seen.held() && !again && Duties.liberty(seen, known) != null)
                || ToBeFree.isDecided(
                        person, command.on().basis(), command.on().accompanies(), state, known);
    }

    // The facility to bring the person to; null for who is to stay, and reserves no second place.
    private static @Nullable String elsewhere(Placement placement, ChangeBasis command) {
        String facility = command.facilityId();
        boolean stays =
                placement.facilityId().equals(facility)
                        && (command.section() == null
                                || command.section().equals(placement.place().section()));
        return stays ? null : facility;
    }

    private static Place place(
            Placement placement,
            ChangeBasis command,
            PersonFacts person,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        String elsewhere = elsewhere(placement, command);
        if (elsewhere == null) {
            return placement.place();
        }
        return command.section() != null
                ? new Place(elsewhere, command.section())
                : RoomFor.in(
                        state.facility(elsewhere).orElseThrow(),
                        person,
                        List.of(),
                        state,
                        known,
                        context.today());
    }

    private static PlacementCase as(
            Placement placement,
            Place place,
            OnBasis on,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return new PlacementCase(
                placement.placementId(),
                known.person(placement.personId()).orElseThrow(),
                known.conclusionsOf(placement.personId()).findFirst().orElse(null),
                state.facility(place.facilityId()).orElseThrow(),
                place.section(),
                on.basis(),
                new Terms(
                        on.ground() == null ? null : on.ground().code(),
                        on.legalReference() != null,
                        on.accompanies(),
                        on.consent()),
                context.now(),
                Companions.NONE,
                state,
                known);
    }

    private static BasisChanged event(Placement placement, ChangeBasis command) {
        OnBasis on = command.on();
        return new BasisChanged(
                placement.personId(),
                placement.placementId(),
                placement.facilityId(),
                placement.basis(),
                on.basis(),
                on.ground() == null
                        ? null
                        : new Ground(on.ground().code(), Confidential.of(on.ground().statement())),
                on.legalReference(),
                on.accompanies(),
                on.consent(),
                Confidential.of(command.reason().text()));
    }

    // P14: who is held only beside the person has no ground left unless the person is interned.
    private static Stream<PlacementEvent> leftWithoutGround(
            Placement placement, ChangeBasis command, PersonFacts person, Whereabouts where) {
        KnownOperation known = where.known();
        return command.on().basis() == Basis.INTERNMENT
                ? Stream.empty()
                : known.relatives(person)
                        .flatMap(relative -> where.open(relative.personId()))
                        .filter(beside ->
                                beside.basis() == Basis.ACCOMPANYING_FAMILY
                                        && beside.accompanies() != null
                                        && known.merges()
                                                .isSame(beside.accompanies(), placement.personId()))
                        .flatMap(beside -> questioned(beside, List.of(NO_RELATIVE)).stream());
    }

    private static Optional<PlacementEvent> questioned(
            Placement placement, List<Violation> broken) {
        List<String> rules =
                broken.stream()
                        .map(Violation::rule)
                        .distinct()
                        .filter(rule -> !placement.questioned().contains(rule))
                        .toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(placement.question(rules));
    }
}
