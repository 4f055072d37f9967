package org.orangeline.placement.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.SharedValues;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Which records are one person's, as an overlay: of an undone merge nothing is left but that it was
 * undone, so that what rested on it is looked at again (rule P14).
 *
 * @param byOther by the id of who went in
 * @param into ids of who went in, by the id of who stays
 * @param parted the last reversal, by the id of either record, then of the other one
 */
public record Merges(
        PMap<String, Merge> byOther,
        PMap<String, TreePSet<String>> into,
        PMap<String, TreePMap<String, Cause>> parted) {

    static final Merges NONE = new Merges(ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    /** Whose record counts now; empty when it is the person's own. */
    public Optional<UUID> stays(UUID personId) {
        Merge merge = byOther.get(personId.toString());
        UUID last = null;
        while (merge != null) {
            last = merge.into();
            merge = byOther.get(last.toString());
        }
        return Optional.ofNullable(last);
    }

    /** Whether both records are one person's. */
    public boolean isSame(UUID one, UUID other) {
        return counts(one).equals(counts(other));
    }

    /** The record that counts: the one that others went into, or the person's own. */
    public UUID counts(UUID personId) {
        return stays(personId).orElse(personId);
    }

    /** Every record of the same person, this one first. */
    public List<UUID> same(UUID personId) {
        UUID root = counts(personId);
        return Stream.concat(
                        Stream.of(personId), below(root).filter(other -> !other.equals(personId)))
                .toList();
    }

    private Stream<UUID> below(UUID root) {
        return Stream.concat(
                Stream.of(root),
                into.getOrDefault(root.toString(), TreePSet.empty()).stream()
                        .flatMap(other -> below(UUID.fromString(other))));
    }

    /** The merges by which others went into this record. */
    public Stream<Merge> into(UUID personId) {
        return into.getOrDefault(personId.toString(), TreePSet.empty()).stream()
                .map(other -> Optional.ofNullable(byOther.get(other)))
                .flatMap(Optional::stream);
    }

    public boolean stands(UUID mergeId) {
        return byOther.values().stream().anyMatch(merge -> merge.mergeId().equals(mergeId));
    }

    Merges with(Merge merge) {
        String root = merge.into().toString();
        return new Merges(
                byOther.plus(SharedValues.text(merge.other()), merge),
                into.plus(
                        root,
                        into.getOrDefault(root, TreePSet.empty())
                                .plus(SharedValues.text(merge.other()))),
                parted);
    }

    /** The records that were held to be the same person's, with what said that they are not. */
    public Stream<Map.Entry<UUID, Cause>> partedFrom(UUID personId) {
        return parted.getOrDefault(personId.toString(), TreePMap.empty()).entrySet().stream()
                .map(entry -> Map.entry(UUID.fromString(entry.getKey()), entry.getValue()));
    }

    /** Ids of the last reversals that parted any record of the person from another one. */
    public Stream<String> reversals(UUID personId) {
        return same(personId).stream()
                .flatMap(this::partedFrom)
                .map(parted -> parted.getValue().eventId())
                .distinct();
    }

    /** Whether the record was once held to be of another person. */
    public boolean wasMerged(UUID personId) {
        return parted.containsKey(personId.toString());
    }

    Merges without(UUID other, Cause reversal) {
        Merge merge = byOther.get(other.toString());
        if (merge == null) {
            return this;
        }
        String root = merge.into().toString();
        TreePSet<String> left = into.getOrDefault(root, TreePSet.empty()).minus(other.toString());
        return new Merges(
                byOther.minus(other.toString()),
                left.isEmpty() ? into.minus(root) : into.plus(root, left),
                part(
                        part(parted, root, other.toString(), reversal),
                        other.toString(),
                        root,
                        reversal));
    }

    private static PMap<String, TreePMap<String, Cause>> part(
            PMap<String, TreePMap<String, Cause>> parted,
            String one,
            String other,
            Cause reversal) {
        return parted.plus(one, parted.getOrDefault(one, TreePMap.empty()).plus(other, reversal));
    }
}
