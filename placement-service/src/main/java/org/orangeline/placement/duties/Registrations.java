package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * Duties are the person's: what was done, decided or appealed under another registration of the
 * same person counts for a placement, for as long as the two are one person's (rules P10 to P12,
 * P19).
 */
public final class Registrations {

    private Registrations() {}

    /** The placement as it counts for the person; the same where there is one registration. */
    public static Placement seen(
            Placement placement, OperationPlacements state, KnownOperation known) {
        if (!placement.held() || !placement.status().isOpen()) {
            return placement;
        }
        List<UUID> same = known.merges().same(placement.personId());
        Placement counted = inCustody(placement, same, state, known);
        return heldAgain(
                same.size() < 2 ? counted : withOthers(placement, counted, same, state, known),
                state,
                known);
    }

    private static Placement withOthers(
            Placement placement,
            Placement counted,
            List<UUID> same,
            OperationPlacements state,
            KnownOperation known) {
        CustodyFacts done =
                CustodyFacts.ofAll(others(placement, same).map(state::custody))
                        .of(Duties.custodySince(counted, known), counted.freeBefore());
        // What another open placement of the person lists is listed once.
        Set<String> listed =
                new Whereabouts(state, known)
                        .open(placement.personId())
                        .filter(other -> !other.placementId().equals(placement.placementId()))
                        .flatMap(other -> other.duties().appeals().keySet().stream())
                        .collect(Collectors.toSet());
        Placement seen = counted.with(counted.duties().and(done, listed));
        Liberty elsewhere = done.liberty();
        return elsewhere == null
                        || !CustodyFacts.stays(elsewhere, state.custody(placement.personId()))
                ? seen
                : earliest(seen, elsewhere, known);
    }

    /** Reviews in this custody that set the person free, under whatever registration (P19). */
    static Stream<Liberty> freed(
            Placement placement, OperationPlacements state, KnownOperation known) {
        return CustodyFacts.ofAll(known.merges().same(placement.personId()), state)
                .of(Duties.custodySince(placement, known), placement.freeBefore())
                .freed()
                .stream();
    }

    // P19: whoever a review set free and is held again without another ground is to be free since
    // then: locked gates, a transfer, or a finding inside brought it about.
    private static Placement heldAgain(
            Placement placement, OperationPlacements state, KnownOperation known) {
        Started began = placement.duties().began();
        return known.person(placement.personId())
                .flatMap(person ->
                        ToBeFree.released(
                                person, placement.basis(), placement.accompanies(), state, known))
                .map(released -> {
                    Instant held = Duties.custodySince(placement, known);
                    Instant decided = released.since().at();
                    return earliest(
                            placement,
                            held.isAfter(decided)
                                    ? released.since(
                                            (began == null ? released.since() : began).told(held))
                                    : released,
                            known);
                })
                .orElse(placement);
    }

    // The limit counts from the first that said so, whoever said so since.
    private static Placement earliest(Placement placement, Liberty other, KnownOperation known) {
        Liberty own = placement.liberty();
        if (own == null || !own.stands(placement.personId(), known)) {
            return placement.with(other);
        }
        return placement.with(
                other.since().at().isBefore(own.since().at()) ? other.and(own) : own.and(other));
    }

    // Custody is the person's: it began under whatever registration came first, and one that turned
    // out to be of somebody else began none of it (P10).
    private static Placement inCustody(
            Placement placement, List<UUID> same, OperationPlacements state, KnownOperation known) {
        Optional<PersonFacts> person = known.person(placement.personId());
        boolean moved = same.stream().anyMatch(one -> isOtherTime(one, placement, known));
        boolean wasMerged = same.size() > 1 || known.merges().wasMerged(same.getFirst());
        if (person.isEmpty() || !(moved || wasMerged)) {
            return placement;
        }
        // Custody that began in the stay, by another basis or by locked gates, began for nobody
        // before.
        if (placement.custodySince().isAfter(placement.orderedAt())) {
            return placement;
        }
        Optional<Instant> own = new Whereabouts(state, known).lineCustodySince(person.get());
        if (moved) {
            return placement.inCustodySince(
                    placement.custodySince(),
                    own.filter(at -> at.isBefore(placement.orderedAt()))
                            .orElse(placement.orderedAt()));
        }
        Instant recorded = Duties.custodySince(placement, known);
        if (own.filter(recorded::isAfter).isPresent()) {
            return placement.inCustodySince(recorded, own.get());
        }
        boolean lent =
                same.stream().noneMatch(one -> began(one, recorded, known))
                        && same.stream()
                                .flatMap(known.merges()::partedFrom)
                                .anyMatch(parted -> began(parted.getKey(), recorded, known));
        return lent
                ? placement.inCustodySince(
                        recorded,
                        own.filter(at -> at.isBefore(placement.orderedAt()))
                                .orElse(placement.orderedAt()))
                : placement;
    }

    // The order counted from an arrival that was at another time.
    private static boolean isOtherTime(UUID record, Placement placement, KnownOperation known) {
        return known.person(record).stream()
                .flatMap(facts -> facts.countedBefore().stream())
                .map(at -> known.guardedSince(at).orElse(at))
                .anyMatch(placement.custodySince()::equals);
    }

    private static boolean began(UUID record, Instant custody, KnownOperation known) {
        return known.person(record)
                .filter(facts ->
                        facts.custodySince(known.profile().plausibleClockSkew()).equals(custody))
                .isPresent();
    }

    private static Stream<UUID> others(Placement placement, List<UUID> same) {
        return same.stream().filter(record -> !record.equals(placement.personId()));
    }
}
