package org.orangeline.runtime.toy;

import java.util.UUID;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * @param groups by person
 * @param events how many were folded
 */
public record ToyOwn(PMap<UUID, String> groups, int events) {

    static final ToyOwn EMPTY = new ToyOwn(ChampMap.empty(), 0);

    ToyOwn with(UUID person, String group) {
        return new ToyOwn(groups.plus(person, group), events + 1);
    }
}
