package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Ground;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.duties.ToBeFree;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.rules.Companion;
import org.orangeline.placement.rules.Companions;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.placement.rules.RoomFor;
import org.orangeline.placement.safeguards.RuleOverride;
import org.orangeline.placement.safeguards.SafeguardDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/** Orders and their cancellation. Only a human's order places anybody (rule S6). */
public final class OrderDecider {

    private OrderDecider() {}

    /** One order, or several for people who belong together: all of them, or none. */
    public static Decision<PlacementEvent> order(
            List<OrderPlacement> orders,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        for (OrderPlacement order : orders) {
            Optional<Refusal> unknown =
                    unknown(
                            order,
                            known.person(order.personId()),
                            state.facility(order.facilityId()),
                            known);
            if (unknown.isPresent()) {
                return Decision.refuse(unknown.get());
            }
        }
        List<Asked> asked = asked(orders, state, known, context);
        Optional<Refusal> consent =
                asked.stream()
                        .flatMap(one ->
                                Consents.refusal(
                                        one.person, one.order.consent(), state, known, context)
                                        .stream())
                        .findFirst();
        if (consent.isPresent()) {
            return Decision.refuse(consent.get());
        }
        if (asked.stream().anyMatch(one -> isToBeFree(one, state, known))) {
            return Decision.refuse(ToBeFree.NOT_HELD);
        }
        if (asked.stream().map(one -> one.order.personId()).distinct().count() < asked.size()) {
            return Decision.refuse(
                    Refusal.rule("P2", "A person can be ordered to one place only."));
        }
        List<Violation> violations =
                asked.stream()
                        .map(one -> placementCase(one, asked, state, known, context))
                        .flatMap(one ->
                                Stream.concat(
                                        PlacementRules.ofOrder(one).stream(),
                                        PlacementRules.ofOneHuman(one, context.actor()).stream()))
                        .distinct()
                        .toList();
        if (!violations.isEmpty()) {
            return Decision.refuse(Refusal.rules(violations));
        }
        if (!fits(asked.stream().map(Asked::place).toList(), state)) {
            return Decision.refuse(noPlace());
        }
        return Decision.accept(
                asked.stream()
                        .<PlacementEvent>map(
                                one -> ordered(one, known, state, context, orders.size() > 1))
                        .toList());
    }

    private static Optional<Refusal> unknown(
            OrderPlacement order,
            Optional<PersonFacts> person,
            Optional<Facility> facility,
            KnownOperation known) {
        if (person.isEmpty()) {
            return Optional.of(Refusal.notFound("There is no such person."));
        }
        Optional<UUID> stays = known.merges().stays(order.personId());
        if (stays.isPresent()) {
            return Optional.of(
                    Refusal.conflict(
                            "This record was merged into " + stays.get() + "; use that one."));
        }
        if (facility.isEmpty()) {
            return Optional.of(Refusal.notFound("There is no such facility."));
        }
        return order.section() != null && facility.get().section(order.section()).isEmpty()
                ? Optional.of(Refusal.notFound("The facility has no such section."))
                : Optional.empty();
    }

    // Who cares for others gets a place first, so that a child finds one beside them.
    private static List<Asked> asked(
            List<OrderPlacement> orders,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Map<OrderPlacement, Asked> found = new HashMap<>();
        List<Place> decided = new ArrayList<>();
        orders.stream()
                .sorted(
                        Comparator.comparing(order ->
                                known.isChildOrInDoubt(
                                        known.person(order.personId()).orElseThrow(),
                                        context.today())))
                .forEach(order -> {
                    PersonFacts person = known.person(order.personId()).orElseThrow();
                    Facility facility = state.facility(order.facilityId()).orElseThrow();
                    Place place =
                            order.section() == null
                                    ? RoomFor.in(
                                            facility,
                                            person,
                                            decided,
                                            state,
                                            known,
                                            context.today())
                                    : new Place(facility.facilityId(), order.section());
                    decided.add(place);
                    found.put(order, new Asked(order, person, facility, place));
                });
        return orders.stream().map(order -> Objects.requireNonNull(found.get(order))).toList();
    }

    private static boolean isToBeFree(Asked one, OperationPlacements state, KnownOperation known) {
        return one.facility.holds(one.order.basis())
                && ToBeFree.isDecided(
                        one.person, one.order.basis(), one.order.accompanies(), state, known);
    }

    private static PlacementCase placementCase(
            Asked one,
            List<Asked> all,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        OrderPlacement order = one.order;
        return new PlacementCase(
                null,
                one.person,
                known.conclusionsOf(order.personId()).findFirst().orElse(null),
                one.facility,
                one.place.section(),
                order.basis(),
                new Terms(
                        order.ground() == null ? null : order.ground().code(),
                        order.legalReference() != null,
                        order.accompanies(),
                        order.consent()),
                context.now(),
                Companions.of(
                        all.stream()
                                .filter(other -> other != one)
                                .map(other ->
                                        new Companion(
                                                other.order.personId(),
                                                other.place,
                                                other.order.basis()))
                                .toList(),
                        known.merges()),
                state,
                known);
    }

    /** Whether every place is free, those before it in the same decision counted (rule P1). */
    public static boolean fits(List<Place> places, OperationPlacements state) {
        Map<Place, Integer> bySection = new HashMap<>();
        Map<String, Integer> byFacility = new HashMap<>();
        places.forEach(place -> {
            bySection.merge(place, 1, Integer::sum);
            byFacility.merge(place.facilityId(), 1, Integer::sum);
        });
        return bySection.entrySet().stream()
                        .allMatch(entry -> {
                            Place place = entry.getKey();
                            Facility facility = state.facility(place.facilityId()).orElseThrow();
                            return facility.free(place.section()) >= entry.getValue();
                        })
                && byFacility.entrySet().stream()
                        .allMatch(entry ->
                                state.facility(entry.getKey()).orElseThrow().free()
                                        >= entry.getValue());
    }

    /** P1: what an order is told when a place is missing. */
    public static Refusal noPlace() {
        return Refusal.full(
                "P1", "The facility has no free place; another one, or one that becomes free.");
    }

    private static PlacementOrdered ordered(
            Asked one,
            KnownOperation known,
            OperationPlacements state,
            Context context,
            boolean several) {
        OrderPlacement command = one.order;
        LegalProfile profile = known.profile();
        var where = new Whereabouts(state, known);
        Instant custodySince = where.custodySince(one.person, context.now());
        boolean held = one.facility.holds(command.basis());
        List<UUID> overrides =
                SafeguardDecider.OVERRIDABLE.stream()
                        .flatMap(rule ->
                                state
                                        .safeguards()
                                        .signed(command.personId(), command.facilityId(), rule)
                                        .stream())
                        .map(RuleOverride::overrideId)
                        .toList();
        return new PlacementOrdered(
                command.personId(),
                context.newId(several ? "placement " + command.personId() : "placement"),
                command.facilityId(),
                command.basis(),
                command.ground() == null
                        ? null
                        : new Ground(
                                command.ground().code(),
                                Confidential.of(command.ground().statement())),
                command.legalReference(),
                command.accompanies(),
                command.consent(),
                custodySince,
                held ? custodySince.plus(profile.firstReviewWithin()) : null,
                context.actor().text(),
                one.place.section(),
                overrides.isEmpty() ? null : overrides,
                where.lineCustodyStartedBy(one.person).orElse(null));
    }

    public static Decision<PlacementEvent> cancel(
            CancelPlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return OnPlacement.ordered(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement ->
                        OnPlacement.notMissing(
                                placement,
                                () ->
                                        Decision.accept(
                                                Parted.by(
                                                        new PlacementCancelled(
                                                                placement.personId(),
                                                                placement.placementId(),
                                                                placement.facilityId(),
                                                                Confidential.of(command.reason())),
                                                        placement.cancelled(
                                                                new Started("", context.now())),
                                                        state,
                                                        known,
                                                        context.now()))));
    }

    private record Asked(
            OrderPlacement order, PersonFacts person, Facility facility, Place place) {}
}
