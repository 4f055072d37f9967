package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;

/** P2 and P6 of every history, over all registrations of a person and found without the rules. */
final class FamilyLaws {

    private FamilyLaws() {}

    static void orderIsLawful(
            PlacementOrdered order,
            OperationPlacements state,
            KnownOperation known,
            List<PlacementOrdered> together) {
        PersonFacts person = known.person(order.personId()).orElseThrow();
        assertThat(open(person, state, known)).as("P2").isEmpty();
        boolean signed =
                state.safeguards().signed(order.personId(), order.facilityId(), "P6").isPresent();
        List<PersonFacts> carers =
                known.carers(person)
                        .filter(carer ->
                                !known.isGone(carer) && !isSplitBySignature(carer, state, known))
                        .toList();
        boolean carerElsewhere =
                carers.stream().anyMatch(carer -> open(carer, state, known).findAny().isPresent());
        boolean carerHere =
                carers.stream()
                        .flatMap(carer ->
                                Stream.concat(
                                        open(carer, state, known)
                                                .map(one -> one.destination().facilityId()),
                                        together.stream()
                                                .filter(one ->
                                                        one.personId().equals(carer.personId()))
                                                .map(PlacementOrdered::facilityId)))
                        .anyMatch(order.facilityId()::equals);
        boolean isChild =
                known.records(person).stream()
                        .anyMatch(one -> one.age().isChildOrInDoubt(Given.TODAY));
        assertThat(isChild && carerElsewhere && !carerHere && !signed)
                .as("P6, unless two people signed")
                .isFalse();
    }

    static void handOverIsLawful(
            HandedOver over,
            List<HandedOver> together,
            OperationPlacements state,
            KnownOperation known) {
        boolean signed =
                state.safeguards().signed(over.personId(), over.facilityId(), "P6").isPresent();
        assertThat(
                        known.person(over.personId()).stream()
                                .flatMap(known::relatives)
                                .flatMap(relative -> open(relative, state, known))
                                .filter(relative ->
                                        together.stream()
                                                .noneMatch(other ->
                                                        other.placementId()
                                                                .equals(relative.placementId())))
                                .filter(relative -> !signed))
                .as("P6: a hand-over, unless two people signed")
                .isEmpty();
    }

    private static Stream<Placement> open(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        List<UUID> records = known.merges().same(person.personId());
        return state.placements().values().stream()
                .filter(one -> one.status().isOpen() && records.contains(one.personId()));
    }

    private static boolean isSplitBySignature(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return known.merges().same(person.personId()).stream()
                .flatMap(record -> state.safeguards().overrides(record).stream())
                .anyMatch(override -> override.rule().equals("P6"));
    }
}
