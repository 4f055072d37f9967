package org.orangeline.kit.batch;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Of whom the items of one tablet that were passed over are: their later ones wait as well. */
final class Queue {

    private final Set<UUID> persons = new HashSet<>();

    void wait(HeldItem item) {
        persons.addAll(item.persons());
    }

    boolean isBehind(HeldItem item) {
        return item.persons().stream().anyMatch(persons::contains);
    }
}
