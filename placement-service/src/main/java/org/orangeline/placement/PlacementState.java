package org.orangeline.placement;

import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/** Everything that placement-service recorded in one partition, by operation. */
public record PlacementState(PMap<String, OperationPlacements> operations) {

    public static final PlacementState EMPTY = new PlacementState(ChampMap.empty());

    public OperationPlacements operation(String id) {
        return operations.getOrDefault(id, OperationPlacements.EMPTY);
    }

    PlacementState with(String id, OperationPlacements operation) {
        return new PlacementState(operations.plus(id, operation));
    }
}
