package org.orangeline.placement.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.placement.knowledge.Merges;

/**
 * Who is ordered or transferred in the same decision. A rule asks it of every relative, so that it
 * is found by the person and not searched for.
 */
public final class Companions {

    /** Nobody. */
    public static final Companions NONE = new Companions(List.of(), Map.of());

    private final List<Companion> all;
    private final Map<UUID, List<Companion>> byPerson;

    private Companions(List<Companion> all, Map<UUID, List<Companion>> byPerson) {
        this.all = all;
        this.byPerson = byPerson;
    }

    public static Companions of(List<Companion> all, Merges merges) {
        return all.isEmpty()
                ? NONE
                : new Companions(
                        List.copyOf(all),
                        all.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                one -> merges.counts(one.personId()),
                                                HashMap::new,
                                                Collectors.toList())));
    }

    Stream<Companion> all() {
        return all.stream();
    }

    /**
     * The orders for one person.
     *
     * @param counts the record of the person that counts
     */
    List<Companion> of(UUID counts) {
        return byPerson.getOrDefault(counts, List.of());
    }
}
