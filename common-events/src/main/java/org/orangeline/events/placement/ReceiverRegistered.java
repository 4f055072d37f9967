package org.orangeline.events.placement;

import org.jspecify.annotations.Nullable;

/**
 * An authority that people may be handed over to, or that runs facilities, was registered with the
 * state that it belongs to (rule P9). A receiver never changes its state.
 *
 * @param receiver code, in capitals, unique in the operation
 * @param name what it is called
 * @param state ISO 3166-1 alpha-3
 * @param requestedBy who asked for it, another human than who approved. A subject id, never a name;
 *     null in older events, for which one human was enough
 */
public record ReceiverRegistered(
        String receiver, String name, String state, @Nullable String requestedBy)
        implements PlacementEvent {

    @Override
    public String subject() {
        return receiver;
    }
}
