package org.orangeline.placement.safeguards;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orangeline.events.SharedValues;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * Who is to be kept apart from whom, and who said that it is over (rule P8).
 *
 * @param from whom a person is kept apart from, both ways; with each who lifted it, or empty while
 *     it counts
 */
public record KeptApart(PMap<String, PMap<String, String>> from) {

    static final KeptApart NOBODY = new KeptApart(ChampMap.empty());

    private static final String COUNTS = "";

    /** Whom the person is kept apart from now. */
    Stream<UUID> of(UUID person) {
        return all(person)
                .filter(pair -> pair.getValue().equals(COUNTS))
                .map(pair -> UUID.fromString(pair.getKey()));
    }

    /** With whom that human said that the person need not be kept apart any longer. */
    Stream<UUID> liftedBy(Predicate<String> human, UUID person) {
        return all(person)
                .filter(pair -> !pair.getValue().equals(COUNTS) && human.test(pair.getValue()))
                .map(pair -> UUID.fromString(pair.getKey()));
    }

    private Stream<Map.Entry<String, String>> all(UUID person) {
        return from.getOrDefault(person.toString(), ChampMap.empty()).entrySet().stream();
    }

    KeptApart declared(UUID one, UUID other) {
        return said(one, other, COUNTS);
    }

    KeptApart lifted(UUID one, UUID other, String by) {
        return said(one, other, by);
    }

    private KeptApart said(UUID one, UUID other, String what) {
        String first = SharedValues.text(one);
        String second = SharedValues.text(other);
        return new KeptApart(
                from.plus(first, pairs(first).plus(second, what))
                        .plus(second, pairs(second).plus(first, what)));
    }

    private PMap<String, String> pairs(String person) {
        return from.getOrDefault(person, ChampMap.empty());
    }
}
