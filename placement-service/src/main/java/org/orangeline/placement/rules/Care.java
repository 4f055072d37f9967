package org.orangeline.placement.rules;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Place;

/** Who cares for a child besides one of its carers, and where (rule P6). */
public final class Care {

    private Care() {}

    /** Parents and guardians who are here, without that one. */
    public static Stream<PersonFacts> besides(UUID carer, PersonFacts child, KnownOperation known) {
        return known.carers(child)
                .filter(other -> !known.isGone(other))
                .filter(other -> !known.merges().isSame(other.personId(), carer));
    }

    /**
     * Whether somebody besides that carer cares for the child in a facility.
     *
     * @param destinations where somebody is, or is to be brought
     */
    public static boolean isGivenBesides(
            UUID carer,
            PersonFacts child,
            String facilityId,
            KnownOperation known,
            Function<UUID, Stream<Place>> destinations) {
        return besides(carer, child, known)
                .flatMap(other -> destinations.apply(other.personId()))
                .anyMatch(place -> place.facilityId().equals(facilityId));
    }
}
