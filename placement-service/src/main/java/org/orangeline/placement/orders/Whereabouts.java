package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.AlikeIds;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Absence;
import org.orangeline.placement.knowledge.Going;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.knowledge.Taken;
import org.orangeline.runtime.Actor;

/**
 * Where people are placed and are to be brought, by whatever record of theirs. A merge changes no
 * placement: it stands under the record that was ordered, which may be the one that went in. Every
 * rule about a person asks here, and never for one id.
 */
public record Whereabouts(OperationPlacements state, KnownOperation known) {

    /** The person's open placements: one, or after a merge one of each record (rule P2). */
    public Stream<Placement> open(UUID personId) {
        return known.merges().same(personId).stream()
                .flatMap(record -> state.openPlacement(record).stream());
    }

    /** The open placement that was ordered first among the records, this one's before others'. */
    public Optional<Placement> placement(UUID personId) {
        return open(personId).findFirst();
    }

    public boolean isPlaced(UUID personId) {
        return placement(personId).isPresent();
    }

    /**
     * Whether that may be who decided on this placement, or on another open one of the person's: of
     * two humans who settle or review, neither is that one.
     *
     * @param human as {@link Actor#text}
     */
    public boolean isDecidedBy(String human, Placement placement) {
        return Stream.concat(Stream.of(placement), open(placement.personId()))
                .anyMatch(one -> one.isDecidedBy(human));
    }

    /** Where the person is placed, or is to be brought. */
    public Stream<Place> destinations(UUID personId) {
        return open(personId).map(Placement::destination);
    }

    /** Where the person cares for others: as {@link #destinations}, if the person can. */
    public Stream<Place> caringAt(UUID personId) {
        return canCare(personId) ? destinations(personId) : Stream.empty();
    }

    /** Not while missing (rule P17), nor while away for long (P15). */
    public boolean canCare(UUID personId) {
        return !isMissing(personId)
                && open(personId)
                        .flatMap(placement -> Stream.ofNullable(placement.absence()))
                        .noneMatch(Absence::isLong);
    }

    /** Whether nobody knows where the person is (rule P17). */
    public boolean isMissing(UUID personId) {
        return open(personId).anyMatch(placement -> placement.missing() != null);
    }

    /**
     * Where the person is, until they have left, and where they are to be brought. Who left with a
     * convoy and is missing is not where they left from.
     */
    public Stream<Place> presentAndNext(UUID personId) {
        return open(personId)
                .flatMap(placement ->
                        Stream.of(placement.place(), placement.destination())
                                .distinct()
                                .filter(place ->
                                        place.equals(placement.destination())
                                                || (placement.missing() == null
                                                        && !state.isOnTheWay(
                                                                placement.personId()))));
    }

    /**
     * Whether a placement's person and another one meet where one of them is away to, a hospital
     * perhaps, whatever section of it (rule P8).
     */
    public boolean isAwayWith(Placement placement, UUID other) {
        Absence absence = placement.absence();
        String to = absence == null ? null : absence.destination();
        return isAwayTo(other, placement.destination().facilityId())
                || (to != null
                        && (isAwayTo(other, to)
                                || presentAndNext(other)
                                        .anyMatch(place ->
                                                AlikeIds.areAlike(place.facilityId(), to))));
    }

    /** Whether the person is away to there for a time. */
    public boolean isAwayTo(UUID personId, String code) {
        return open(personId)
                .flatMap(placement -> Stream.ofNullable(placement.absence()))
                .flatMap(absence -> Stream.ofNullable(absence.destination()))
                .anyMatch(to -> AlikeIds.areAlike(to, code));
    }

    public boolean isBoundFor(UUID personId, String facilityId) {
        return destinations(personId).anyMatch(place -> place.facilityId().equals(facilityId));
    }

    /**
     * Whether the person is in the operation's hands: placed, or waiting for it. Who was released,
     * handed over, escaped or died, or left by the register of arrivals, is not.
     */
    public boolean isHere(PersonFacts person) {
        return isPlaced(person.personId())
                || (!known.isGone(person)
                        && known.merges().same(person.personId()).stream()
                                .noneMatch(record -> state.died().contains(record.toString()))
                        && freeSince(person.personId())
                                .map(free -> known.custodySince(person, free).isPresent())
                                .orElse(true));
    }

    /** Whether the person died in a facility, by whatever record. */
    public boolean isDead(PersonFacts person) {
        return known.merges().same(person.personId()).stream()
                .anyMatch(record -> state.died().contains(record.toString()));
    }

    /** Whether two humans said that a birth was none: there is no such person (rule P18). */
    public boolean isNobody(PersonFacts person) {
        return person.arrival().bornBy() != null
                && state.placementsOf(person.personId().toString())
                        .findFirst()
                        .filter(birth -> birth.status() == Placement.Status.WITHDRAWN)
                        .isPresent();
    }

    /**
     * The record on which an authority took the person away, who is neither back nor found in a
     * place since (rule P17).
     */
    public Optional<PersonFacts> taken(PersonFacts person) {
        return known.taken(person)
                .filter(record ->
                        open(person.personId())
                                .noneMatch(place -> isThereSince(place, record.taken())));
    }

    /**
     * As {@link #taken}, and a record about which nobody said that the person is back, who has come
     * or been placed since by another record: a merge ends no inquiry.
     */
    public Optional<PersonFacts> sought(PersonFacts person) {
        return taken(person)
                .or(() ->
                        known.records(person).stream()
                                .filter(record -> record.taken() != null)
                                .filter(record ->
                                        state.openPlacement(record.personId())
                                                .filter(own -> isThereSince(own, record.taken()))
                                                .isEmpty())
                                .findFirst());
    }

    private static boolean isThereSince(Placement place, @Nullable Taken taken) {
        return taken != null
                && place.status() == Placement.Status.PLACED
                && place.happenedAt().isAfter(taken.at());
    }

    /** When a place last let the person go, by whatever record; empty for never. */
    public Optional<Instant> freeSince(UUID personId) {
        return ended(personId).map(Placement::since).max(Instant::compareTo);
    }

    /** The same by the time that officers told, and not by that of the recording. */
    Optional<Instant> wentFree(UUID personId) {
        return ended(personId).map(Placement::happenedAt).max(Instant::compareTo);
    }

    private Stream<Placement> ended(UUID personId) {
        return known.merges().same(personId).stream()
                .flatMap(record -> state.placementsOf(record.toString()))
                .filter(Placement::letGo);
    }

    /**
     * The stay from which the person is said to have gone on elsewhere, where two humans said since
     * that this was somebody else: nobody knows where the person is (rule P18).
     */
    public Optional<Placement> goneOnFrom(UUID personId) {
        return isPlaced(personId)
                ? Optional.empty()
                : known.merges().same(personId).stream()
                        .flatMap(record -> state.placementsOf(record.toString()))
                        .filter(one -> one.status() == Placement.Status.ENDED)
                        .max(Comparator.comparing(Placement::since))
                        .filter(one -> !one.letGo());
    }

    /** Whether the person was released, or left the reception point, and has not come again. */
    public boolean isFree(PersonFacts person) {
        if (isPlaced(person.personId()) || isHere(person) || taken(person).isPresent()) {
            return false;
        }
        boolean left =
                known.records(person).stream()
                        .flatMap(record -> Stream.ofNullable(record.gone()))
                        .anyMatch(gone -> gone.how() == Going.How.LEFT);
        boolean dead =
                known.records(person).stream()
                        .anyMatch(record ->
                                (record.gone() != null && record.gone().died())
                                        || state.died().contains(record.personId().toString()));
        return !dead && (left || wasReleased(person));
    }

    private boolean wasReleased(PersonFacts person) {
        return ended(person.personId())
                .max(Comparator.comparing(Placement::since))
                .filter(Placement::isReleased)
                .isPresent();
    }

    /**
     * The earliest plausible moment of the present custody; now, for who is taken in again, or was
     * free to leave the line (rule P10).
     */
    public Instant custodySince(PersonFacts person, Instant now) {
        return lineCustodySince(person).orElse(now);
    }

    /** Since when the person has been held in a line, or is from there on. */
    public Optional<Instant> lineCustodySince(PersonFacts person) {
        return known.custodySince(person, freeSince(person.personId()).orElse(null))
                .flatMap(known::guardedSince);
    }

    /** The record under which the person came into that custody: this one, if it did. */
    public Optional<PersonFacts> cameInto(PersonFacts person) {
        return lineCustodySince(person)
                .flatMap(
                        since -> known.cameInto(person, freeSince(person.personId()).orElse(null)));
    }

    /** Id of the event with which that custody began; empty when it is another record's. */
    public Optional<String> lineCustodyStartedBy(PersonFacts person) {
        return cameInto(person)
                .filter(record -> record.personId().equals(person.personId()))
                .map(PersonFacts::cameBy);
    }

    /** Whether two people signed for either record that the person may be there. */
    public boolean isSplitBySignature(UUID personId, String facilityId, String rule) {
        return known.merges().same(personId).stream()
                .anyMatch(record -> state.safeguards().used(record, facilityId, rule).isPresent());
    }
}
