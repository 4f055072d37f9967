package org.orangeline.placement.convoys;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.placement.knowledge.Merges;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.safeguards.Safeguards;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Refusal;

/** P8 on the road: people declared to be kept apart are not in one convoy. */
final class KeptApartOnBoard {

    private static final String ID = "P8";

    private KeptApartOnBoard() {}

    /**
     * @param actor who sends them off: whoever lifted a separation does not
     */
    static Optional<Refusal> refusal(
            Collection<UUID> aboard, String facilityId, Actor actor, Whereabouts where) {
        Merges merges = where.known().merges();
        Set<UUID> people = aboard.stream().map(merges::counts).collect(Collectors.toSet());
        boolean together =
                aboard.stream()
                        .filter(person -> !isSigned(person, facilityId, where))
                        .flatMap(person -> merges.same(person).stream())
                        .flatMap(record ->
                                Stream.concat(
                                        where.state().safeguards().apartFrom(record),
                                        where.state().safeguards().noLongerApartBy(actor, record)))
                        .map(merges::counts)
                        .anyMatch(people::contains);
        return together
                ? Optional.of(
                        Refusal.rule(
                                ID,
                                "People who are to be kept apart would travel together, or whoever"
                                        + " lifted it would send them off: another convoy for one"
                                        + " of them, another human, or an override for each of"
                                        + " them and this facility signed by two people."))
                : Optional.empty();
    }

    private static boolean isSigned(UUID person, String facilityId, Whereabouts where) {
        Safeguards safeguards = where.state().safeguards();
        return where.known().merges().same(person).stream()
                .anyMatch(record ->
                        safeguards.signed(record, facilityId, ID).isPresent()
                                || safeguards.used(record, facilityId, ID).isPresent());
    }
}
