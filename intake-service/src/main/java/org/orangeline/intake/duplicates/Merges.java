package org.orangeline.intake.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Envelope;
import org.orangeline.events.SharedValues;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Which registration leads to which other one. A registration leads to one at most, and never in a
 * circle: only one that leads nowhere can be merged.
 *
 * @param byId every merge there was, also those that were taken back
 * @param leadsTo id of the merge that a registration went into
 * @param into ids of the merges that lead to a registration directly
 * @param undone ids of the merges that led to it and were taken back
 */
public record Merges(
        PMap<String, Merge> byId,
        PMap<String, String> leadsTo,
        PMap<String, PVector<String>> into,
        PMap<String, PVector<String>> undone) {

    /** Registrations of one person, so that each rule looks at a bounded number of them. */
    static final int MOST_REGISTRATIONS = 50;

    public static final Merges NONE =
            new Merges(ChampMap.empty(), ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    public Merges merge(PersonsMerged event, Envelope envelope) {
        String id = event.mergeId().toString();
        String stays = event.personId().toString();
        return new Merges(
                byId.plus(
                        id,
                        merge(event.mergeId())
                                .map(asked -> asked.made(envelope.time()))
                                .orElseGet(() ->
                                        new Merge(
                                                event.mergeId(),
                                                event.personId(),
                                                event.otherId(),
                                                Merge.Status.STANDING,
                                                envelope.actor(),
                                                envelope.time(),
                                                false,
                                                envelope.time()))),
                leadsTo.plus(SharedValues.text(event.otherId()), id),
                into.plus(stays, into.getOrDefault(stays, TreePVector.empty()).plus(id)),
                undone);
    }

    /** One human asked for it; nothing leads anywhere yet. */
    public Merges request(MergeRequested event, Envelope envelope) {
        return with(
                new Merge(
                        event.mergeId(),
                        event.personId(),
                        event.otherId(),
                        Merge.Status.REQUESTED,
                        envelope.actor(),
                        envelope.time(),
                        false,
                        null));
    }

    /** One human asked to take it back; it stands until another one finds so too. */
    public Merges doubt(UnmergeRequested event, Envelope envelope) {
        return with(known(event.mergeId().toString()).doubted(envelope.actor(), envelope.time()));
    }

    /** A human found that it is right after all. */
    public Merges uphold(UnmergeDeclined event) {
        return with(known(event.mergeId().toString()).become(Merge.Status.STANDING));
    }

    private Merges with(Merge merge) {
        return new Merges(byId.plus(merge.mergeId().toString(), merge), leadsTo, into, undone);
    }

    public Merges unmerge(PersonsUnmerged event) {
        String id = event.mergeId().toString();
        String stays = event.personId().toString();
        PVector<String> others = into.getOrDefault(stays, TreePVector.empty()).minus(id);
        return new Merges(
                byId.plus(id, known(id).become(Merge.Status.ENDED)),
                leadsTo.minus(event.otherId().toString()),
                others.isEmpty() ? into.minus(stays) : into.plus(stays, others),
                undone.plus(stays, undone.getOrDefault(stays, TreePVector.empty()).plus(id)));
    }

    /** The merge of the two that waits for a second human, in this direction or the other one. */
    public Optional<Merge> waiting(UUID one, UUID other) {
        return byId.values().stream()
                .filter(merge -> merge.status() == Merge.Status.REQUESTED)
                .filter(merge ->
                        Set.of(one, other).equals(Set.of(merge.personId(), merge.otherId())))
                .findFirst();
    }

    /** Whether a human asked to take apart any of the merges between registrations of a person. */
    public boolean isDoubted(List<String> registrations) {
        return registrations.stream()
                .flatMap(one -> mergeOf(one).stream())
                .anyMatch(Merge::reversalAsked);
    }

    public Optional<Merge> merge(UUID mergeId) {
        return Optional.ofNullable(byId.get(mergeId.toString()));
    }

    /** The merge that a registration went into. */
    public Optional<Merge> mergeOf(String person) {
        return Optional.ofNullable(leadsTo.get(person)).map(byId::get);
    }

    /**
     * The merges that a registration is part of: the one it went into, and those that lead to it.
     */
    public Stream<Merge> of(String person) {
        return Stream.concat(
                mergeOf(person).stream(),
                into.getOrDefault(person, TreePVector.empty()).stream().map(this::known));
    }

    /** The registration to use: where a chain of merges ends. */
    public String inUse(String person) {
        String at = person;
        for (Optional<Merge> next = mergeOf(at); next.isPresent(); next = mergeOf(at)) {
            at = next.get().personId().toString();
        }
        return at;
    }

    public boolean isMergedAway(String person) {
        return leadsTo.containsKey(person);
    }

    /** A registration and all that lead to it, itself first. */
    public List<String> registrations(String inUse) {
        if (!into.containsKey(inUse)) {
            return List.of(inUse);
        }
        List<String> all = new ArrayList<>();
        all.add(inUse);
        for (int i = 0; i < all.size(); i++) {
            for (String merge : into.getOrDefault(all.get(i), TreePVector.empty())) {
                all.add(known(merge).otherId().toString());
            }
        }
        return all;
    }

    /** Whether a registration is, or was, part of any merge. */
    public boolean hasMerges(String person) {
        return leadsTo.containsKey(person)
                || into.containsKey(person)
                || undone.containsKey(person);
    }

    /** Whom a registration was once merged with, and no longer is. */
    public Stream<String> formerly(String person) {
        return undone.getOrDefault(person, TreePVector.empty()).stream()
                .map(merge -> known(merge).otherId().toString());
    }

    private Merge known(String id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
