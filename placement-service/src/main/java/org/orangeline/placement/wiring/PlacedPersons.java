package org.orangeline.placement.wiring;

import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.batch.KnownPersons;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.kafka.Engine;

/** Of whom placement-service has heard, and whom its placements and convoys are about. */
final class PlacedPersons implements KnownPersons {

    private final Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine;

    PlacedPersons(Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine) {
        this.engine = engine;
    }

    @Override
    public boolean isKnown(String operation, UUID person) {
        return engine.view(operation).known().operation(operation).person(person).isPresent();
    }

    @Override
    public Stream<UUID> about(String operation, String kind, UUID id) {
        OperationPlacements state = engine.view(operation).own().operation(operation);
        return switch (kind) {
            case "placements" ->
                    state.placement(id).stream().map(placement -> placement.personId());
            case "convoys" ->
                    state.convoy(id).stream().flatMap(convoy -> convoy.persons().stream());
            default -> Stream.empty();
        };
    }
}
