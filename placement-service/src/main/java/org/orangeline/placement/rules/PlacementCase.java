package org.orangeline.placement.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.GroundCode;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Consents;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Terms;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.safeguards.Receiver;

/**
 * A placement that is ordered, or stands, with all that the rules look at.
 *
 * @param placementId of a standing placement; null for one that is being ordered
 * @param conclusion the person's last concluded finding; null when there is none that stands
 * @param section null where the facility has none
 * @param now when it is decided; ages count on its day
 * @param together who is ordered or transferred in the same decision
 */
public record PlacementCase(
        @Nullable UUID placementId,
        PersonFacts person,
        @Nullable Conclusion conclusion,
        Facility facility,
        @Nullable String section,
        Basis basis,
        Terms terms,
        Instant now,
        Companions together,
        OperationPlacements state,
        KnownOperation known) {

    /** A standing placement, looked at again; empty when the person's facts are not known. */
    public static Optional<PlacementCase> of(
            Placement placement, OperationPlacements state, KnownOperation known, Instant now) {
        return at(placement, placement.place(), List.of(), state, known, now);
    }

    /** A standing placement, as it would be in another place. */
    public static Optional<PlacementCase> at(
            Placement placement,
            Place place,
            List<Companion> together,
            OperationPlacements state,
            KnownOperation known,
            Instant now) {
        return known.person(placement.personId())
                .map(person ->
                        new PlacementCase(
                                placement.placementId(),
                                person,
                                known.conclusionsOf(placement.personId()).findFirst().orElse(null),
                                state.facility(place.facilityId()).orElseThrow(),
                                place.section(),
                                placement.basis(),
                                placement.terms(),
                                now,
                                Companions.of(together, known.merges()),
                                state,
                                known));
    }

    /** The same placement, by what another record of the person says. */
    private PlacementCase seenAs(PersonFacts record) {
        return new PlacementCase(
                placementId,
                record,
                known.conclusion(record.personId()).orElse(conclusion),
                facility,
                section,
                basis,
                terms,
                now,
                together,
                state,
                known);
    }

    /** The day on which ages count. */
    LocalDate today() {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Nullable GroundCode ground() {
        return terms.ground();
    }

    /** The authority that runs the facility; empty for the operation itself. */
    Optional<Receiver> authority() {
        return Optional.ofNullable(facility.authority())
                .flatMap(code -> state.safeguards().receiver(code));
    }

    /** Whether that authority holds the person already: nobody hands anybody over then. */
    boolean isHeldBy(Receiver authority) {
        return placementId != null
                && state.placement(placementId)
                        .filter(standing -> standing.status() == Placement.Status.PLACED)
                        .flatMap(standing -> state.facility(standing.facilityId()))
                        .filter(now -> authority.receiver().equals(now.authority()))
                        .isPresent();
    }

    boolean withLegalReference() {
        return terms.withLegalReference();
    }

    boolean withConsent() {
        return terms.isConsented(known.isSurelyChild(person, today()))
                && (placementId == null || Consents.stands(terms, person, whereabouts(), now));
    }

    /** The same placement, by what each record of the person says. */
    Stream<PlacementCase> byEachRecord() {
        return known.records(person).stream().map(this::seenAs);
    }

    Whereabouts whereabouts() {
        return new Whereabouts(state, known);
    }

    /**
     * Whether somebody went by the register of arrivals, died in a place, or was never born: of the
     * last two the register hears a moment later.
     */
    boolean isNoMore(PersonFacts other) {
        return known.isGone(other) || whereabouts().isDead(other) || whereabouts().isNobody(other);
    }

    /** Where somebody is or is to be brought, this decision included. */
    Stream<Place> destinations(UUID personId) {
        List<Companion> decided = decided(personId);
        return decided.isEmpty()
                ? whereabouts().destinations(personId)
                : decided.stream().map(Companion::place);
    }

    /** Where somebody cares for others, this decision included, if that person can. */
    Stream<Place> caringAt(UUID personId) {
        return whereabouts().canCare(personId) ? destinations(personId) : Stream.empty();
    }

    /** Where somebody is, until they have left, and where this decision or another brings them. */
    Stream<Place> presentAndNext(UUID personId) {
        return Stream.concat(
                whereabouts().presentAndNext(personId),
                decided(personId).stream().map(Companion::place));
    }

    private List<Companion> decided(UUID personId) {
        return together.of(known.merges().counts(personId));
    }

    /** Whether the relative whom the person accompanies is, or is to be, in the same facility. */
    boolean isBesideRelative(Predicate<Basis> basisOfRelative) {
        UUID accompanied = terms.accompanies();
        return accompanied != null
                && known.relatives(person)
                        .map(PersonFacts::personId)
                        .filter(relative -> known.merges().isSame(relative, accompanied))
                        .anyMatch(relative -> isHere(relative, basisOfRelative));
    }

    private boolean isHere(UUID relative, Predicate<Basis> basisOfRelative) {
        List<Companion> decided = decided(relative);
        if (!decided.isEmpty()) {
            return decided.stream()
                    .anyMatch(one -> basisOfRelative.test(one.basis()) && isHere(one.place()));
        }
        return whereabouts()
                .open(relative)
                .filter(placed -> basisOfRelative.test(placed.basis()))
                .anyMatch(placed -> isHere(placed.place()) || isHere(placed.destination()));
    }

    private boolean isHere(Place place) {
        return place.facilityId().equals(facility.facilityId());
    }

    /** The facilities that relatives are in, or are to be brought to. */
    Stream<PersonFacts> relativesIn(Predicate<String> facilityId) {
        return known.relatives(person)
                .filter(relative ->
                        destinations(relative.personId())
                                .anyMatch(place -> facilityId.test(place.facilityId())));
    }

    /**
     * Whether two people signed that the rule may be broken for somebody else in the place where
     * that one is, or in this decision is to be brought.
     */
    boolean isOverridden(String rule, UUID other, String facilityId) {
        return whereabouts().isSplitBySignature(other, facilityId, rule)
                || decided(other).stream()
                        .anyMatch(one ->
                                state.safeguards()
                                        .signed(one.personId(), facilityId, rule)
                                        .isPresent());
    }

    /**
     * Whether two people signed that the rule may be broken for this person in this place, and what
     * they signed is unused, or was used for what is looked at again.
     */
    boolean isOverridden(String rule) {
        return state.safeguards().signed(person.personId(), facility.facilityId(), rule).isPresent()
                || state.safeguards()
                        .used(person.personId(), facility.facilityId(), rule)
                        .filter(override -> isDecided(rule))
                        .isPresent();
    }

    // Another section is another decision where the rule is about sections.
    private boolean isDecided(String rule) {
        return placementId != null
                && state.placement(placementId)
                        .filter(standing ->
                                standing.destination().equals(place())
                                        || (!rule.equals(P8KeptApart.ID)
                                                && isHere(standing.place())))
                        .isPresent();
    }

    public Place place() {
        return new Place(facility.facilityId(), section);
    }

    boolean isChildOrInDoubt() {
        return isChildOrInDoubt(person);
    }

    boolean isChildOrInDoubt(PersonFacts other) {
        return known.isChildOrInDoubt(other, today());
    }

    AgeBand ageBand() {
        return isChildOrInDoubt() ? AgeBand.CHILD : AgeBand.ADULT;
    }
}
