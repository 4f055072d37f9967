package org.orangeline.placement.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.SafeguardCommand;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.LiftKeepApart;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.RevokeOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Overrides by two people, pairs to be kept apart, and non-refoulement (rules P6, P8, P9). */
public final class SafeguardDecider {

    /** The rules that two people may break together. */
    public static final List<String> OVERRIDABLE = List.of("P6", "P8", "P15");

    private SafeguardDecider() {}

    public static Decision<PlacementEvent> decide(
            SafeguardCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        if (known.person(command.personId()).isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such person."));
        }
        return switch (command) {
            case RequestOverride request -> request(request, state, context);
            case SignOverride sign ->
                    onOverride(
                            sign.personId(),
                            sign.overrideId(),
                            state,
                            override -> signed(override, context));
            case RevokeOverride revoke ->
                    onOverride(
                            revoke.personId(),
                            revoke.overrideId(),
                            state,
                            override -> revoked(override, revoke, context));
            case KeepApart apart -> apart(apart, state, known);
            case LiftKeepApart lift -> lift(lift, state, known);
            case AssessReceiver assess -> ReceiverDecider.assess(assess, state, known, context);
        };
    }

    private static Decision<PlacementEvent> request(
            RequestOverride command, OperationPlacements state, Context context) {
        if (!OVERRIDABLE.contains(command.rule())) {
            return Decision.refuse(
                    Refusal.rule(
                            command.rule(),
                            "No signature lifts this rule; two people can lift only "
                                    + String.join(", ", OVERRIDABLE)
                                    + "."));
        }
        if (state.facility(command.facilityId()).isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such facility."));
        }
        return Decision.accept(
                new OverrideRequested(
                        command.personId(),
                        context.newId("override"),
                        command.facilityId(),
                        command.rule(),
                        Confidential.of(command.reason().text())));
    }

    private static Decision<PlacementEvent> onOverride(
            UUID personId,
            UUID overrideId,
            OperationPlacements state,
            Function<RuleOverride, Decision<PlacementEvent>> decide) {
        return state.safeguards().overrides(personId).stream()
                .filter(override -> override.overrideId().equals(overrideId))
                .findFirst()
                .map(decide)
                .orElseGet(() -> Decision.refuse(Refusal.notFound("There is no such override.")));
    }

    private static Decision<PlacementEvent> signed(RuleOverride override, Context context) {
        if (override.status() != RuleOverride.Status.REQUESTED) {
            return Decision.refuse(
                    Refusal.conflict("The override is " + override.status() + " already."));
        }
        if (context.actor().mayBe(override.requestedBy())) {
            return Decision.refuse(
                    Refusal.rule(override.rule(), "A second person has to sign an override."));
        }
        return Decision.accept(
                new OverrideSigned(
                        override.personId(),
                        override.overrideId(),
                        override.facilityId(),
                        override.rule(),
                        override.requestedBy()));
    }

    private static Decision<PlacementEvent> revoked(
            RuleOverride override, RevokeOverride command, Context context) {
        if (override.status() != RuleOverride.Status.REQUESTED
                && override.status() != RuleOverride.Status.SIGNED) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Only an override that was not used can be revoked; this one is "
                                    + override.status()
                                    + "."));
        }
        String actor = context.actor().text();
        boolean maySo =
                command.asPlacementOfficer()
                        || actor.equals(override.requestedBy())
                        || actor.equals(override.signedBy());
        return maySo
                ? Decision.accept(
                        new OverrideRevoked(
                                override.personId(),
                                override.overrideId(),
                                override.facilityId(),
                                override.rule(),
                                Confidential.of(command.reason().text())))
                : Decision.refuse(
                        Refusal.rule(
                                override.rule(),
                                "Who signed an override, or a placement officer, revokes it."));
    }

    // P14: two who are in one section already are questioned at once.
    private static Decision<PlacementEvent> apart(
            KeepApart command, OperationPlacements state, KnownOperation known) {
        if (known.merges().isSame(command.personId(), command.otherId())
                || known.person(command.otherId()).isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such other person."));
        }
        if (declared(command.personId(), command.otherId(), state, known).findAny().isPresent()) {
            return Decision.refuse(Refusal.conflict("They are to be kept apart already."));
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new KeepApartDeclared(
                        command.personId(),
                        command.otherId(),
                        Confidential.of(command.reason().text())));
        var where = new Whereabouts(state, known);
        Stream.concat(
                        together(command.personId(), command.otherId(), where),
                        together(command.otherId(), command.personId(), where))
                .filter(placement -> !placement.questioned().contains("P8"))
                .map(placement -> placement.question(List.of("P8")))
                .forEach(events::add);
        return Decision.accept(events);
    }

    private static Stream<Placement> together(UUID person, UUID other, Whereabouts where) {
        Set<Place> places = where.presentAndNext(other).collect(Collectors.toSet());
        return where.open(person)
                .filter(placement ->
                        places.contains(placement.destination())
                                || where.isAwayWith(placement, other));
    }

    // What was declared of the two, by whatever record of either: the record, and the other one's.
    private static Stream<Map.Entry<UUID, UUID>> declared(
            UUID person, UUID other, OperationPlacements state, KnownOperation known) {
        return known.merges().same(person).stream()
                .flatMap(record ->
                        state.safeguards()
                                .apartFrom(record)
                                .filter(from -> known.merges().isSame(from, other))
                                .map(from -> Map.entry(record, from)));
    }

    private static Decision<PlacementEvent> lift(
            LiftKeepApart command, OperationPlacements state, KnownOperation known) {
        List<PlacementEvent> lifted =
                declared(command.personId(), command.otherId(), state, known)
                        .<PlacementEvent>map(pair ->
                                new KeepApartLifted(
                                        pair.getKey(),
                                        pair.getValue(),
                                        Confidential.of(command.reason().text())))
                        .toList();
        return lifted.isEmpty()
                ? Decision.refuse(Refusal.conflict("They are not to be kept apart."))
                : Decision.accept(lifted);
    }
}
