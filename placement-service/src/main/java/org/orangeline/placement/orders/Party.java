package org.orangeline.placement.orders;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * People who leave by one decision, all or none: none of them leaves another behind (rule P6).
 *
 * @param placements the placements that end
 */
public record Party(List<Placement> placements, OperationPlacements state, KnownOperation known) {

    public Party {
        placements = List.copyOf(placements);
    }

    /** A placement that is named. */
    public record Named(UUID placementId, UUID personId) {}

    /** Decides about people who are in a facility; the first who cannot leave refuses for all. */
    public static Decision<PlacementEvent> decide(
            List<Named> named,
            OperationPlacements state,
            KnownOperation known,
            Context context,
            Function<Party, Decision<PlacementEvent>> decide) {
        if (named.stream().map(Named::placementId).distinct().count() < named.size()) {
            return Decision.refuse(Refusal.conflict("A placement is named twice."));
        }
        List<Placement> placements = new ArrayList<>();
        for (Named one : named) {
            Optional<Refusal> refusal = OnPlacement.notInside(one, state, context);
            if (refusal.isPresent()) {
                return Decision.refuse(refusal.get());
            }
            if (isTaken(one.personId(), state, known)) {
                return Decision.refuse(OnPlacement.TAKEN);
            }
            placements.add(state.placement(one.placementId(), one.personId()).orElseThrow());
        }
        return decide.apply(new Party(placements, state, known));
    }

    /** Whether an authority took the person away, and nobody found them since (rule P17). */
    public static boolean isTaken(UUID personId, OperationPlacements state, KnownOperation known) {
        return known.person(personId)
                .flatMap(person -> new Whereabouts(state, known).taken(person))
                .isPresent();
    }

    /** The first reason why somebody cannot leave. */
    public Optional<Refusal> refusal(Function<Placement, Optional<Refusal>> why) {
        return placements.stream().flatMap(one -> why.apply(one).stream()).findFirst();
    }

    /** Whether the person leaves too, by whatever record. */
    public boolean includes(UUID personId) {
        return placements.stream().anyMatch(one -> known.merges().isSame(one.personId(), personId));
    }

    /** What is recorded, with the questions about those who stay behind. */
    public List<PlacementEvent> leave(
            Function<Placement, PersonPlacementEvent> ended, Context context) {
        return leave(ended, _ -> Stream.empty(), context);
    }

    /**
     * @param corrected what was reported of somebody, and was not so
     */
    public List<PlacementEvent> leave(
            Function<Placement, PersonPlacementEvent> ended,
            Function<Placement, Stream<PlacementEvent>> corrected,
            Context context) {
        List<PlacementEvent> events = new ArrayList<>();
        Set<PlacementEvent> questions = new HashSet<>();
        for (Placement one : placements) {
            LeftBehind.after(ended.apply(one), withoutOthers(one), known, context.today()).stream()
                    .filter(questions::add)
                    .forEach(events::add);
            corrected.apply(one).forEach(events::add);
        }
        return List.copyOf(events);
    }

    private OperationPlacements withoutOthers(Placement one) {
        return state.without(
                placements.stream()
                        .filter(other -> other != one)
                        .map(Placement::personId)
                        .collect(Collectors.toSet()));
    }
}
