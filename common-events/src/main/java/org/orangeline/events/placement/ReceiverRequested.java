package org.orangeline.events.placement;

import java.util.UUID;

/**
 * Somebody asked that a receiver is registered with the state that it belongs to; it cannot be used
 * before a second person approves (rule P9).
 *
 * @param receiver code, in capitals
 * @param requestId what an approval refers to
 * @param name what it is called
 * @param state ISO 3166-1 alpha-3
 */
public record ReceiverRequested(String receiver, UUID requestId, String name, String state)
        implements PlacementEvent {

    @Override
    public String subject() {
        return receiver;
    }
}
