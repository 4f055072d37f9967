package org.orangeline.screening.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * Registrations that lead to another one. It lies over the persons and changes none of them, so
 * that taking a merge back leaves everything as it was.
 *
 * @param into by the id of the registration that is not used, where it leads
 * @param from by the id of the one in use, which ones lead to it, in a fixed order
 */
public record Merges(PMap<String, Merge> into, PMap<String, TreePSet<String>> from) {

    static final Merges NONE = new Merges(ChampMap.empty(), ChampMap.empty());

    public boolean isMerged(String id) {
        return into.containsKey(id);
    }

    /**
     * The registration in use; the id itself when it is that one. Intake lets no circle come about.
     */
    public String inUse(String id) {
        String one = id;
        for (Merge merge = into.get(one); merge != null; merge = into.get(one)) {
            one = merge.personId();
        }
        return one;
    }

    /** The registration in use that an id leads to, and all that lead there. */
    List<String> sameAs(String id) {
        List<String> same = new ArrayList<>();
        same.add(inUse(id));
        for (int i = 0; i < same.size(); i++) {
            same.addAll(from.getOrDefault(same.get(i), TreePSet.empty()));
        }
        return same;
    }

    /** When the registrations were merged that lead to the same person. */
    Stream<Change> changes(String id) {
        return sameAs(id).stream()
                .flatMap(one -> Stream.ofNullable(into.get(one)))
                .map(Merge::change);
    }

    Merges with(PersonsMerged event, Change change) {
        String stays = event.personId().toString();
        String other = event.otherId().toString();
        return new Merges(
                into.plus(other, new Merge(event.mergeId(), stays, change)),
                from.plus(stays, from.getOrDefault(stays, TreePSet.empty()).plus(other)));
    }

    Merges without(PersonsUnmerged event) {
        String stays = event.personId().toString();
        String other = event.otherId().toString();
        TreePSet<String> rest = from.getOrDefault(stays, TreePSet.empty()).minus(other);
        return new Merges(
                into.minus(other), rest.isEmpty() ? from.minus(stays) : from.plus(stays, rest));
    }

    /**
     * @param personId the registration in use
     * @param change when it was made: a line is decided by what every registration tells
     */
    public record Merge(UUID mergeId, String personId, Change change) {}
}
