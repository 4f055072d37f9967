package org.orangeline.placement;

import static org.orangeline.placement.Given.OP;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.convoys.Convoy;

/** A convoy that leaves and arrives without its people: rare, so that it is looked for. */
final class RandomConvoys {

    private RandomConvoys() {}

    static Optional<PlacementCommand> onward(OperationPlacements state) {
        return state.convoys().values().stream()
                .filter(convoy -> convoy.status().isOpen())
                .min(Comparator.comparing(Convoy::convoyId))
                .map(convoy ->
                        convoy.status() == Convoy.Status.ON_THE_WAY
                                ? new ReceiveConvoy(
                                        OP,
                                        convoy.convoyId(),
                                        convoy.persons(),
                                        List.of(),
                                        "escort",
                                        null)
                                : new DepartConvoy(
                                        OP,
                                        convoy.convoyId(),
                                        convoy.persons(),
                                        "escort",
                                        RandomCommands.latest(state, convoy)));
    }
}
