package org.orangeline.placement;

import java.util.Set;
import java.util.UUID;

/** Authorities with their states, registered by two people (rule P9). */
public sealed interface ReceiverCommand extends PlacementCommand {

    /** The authority's code, in capitals. */
    String receiver();

    @Override
    default Set<String> subjects() {
        return Set.of(receiver());
    }

    /**
     * Asks for an authority with its state; gives {@code ReceiverRequested}.
     *
     * @param state ISO 3166-1 alpha-3
     */
    record RequestReceiver(String operation, String receiver, String name, String state)
            implements ReceiverCommand {}

    /** A second person approves; gives {@code ReceiverRegistered}. */
    record ApproveReceiver(String operation, String receiver, UUID requestId)
            implements ReceiverCommand {}
}
