package org.orangeline.placement.safeguards;

import java.util.UUID;

/**
 * A receiver that one person asked for and no second one has approved yet (rule P9).
 *
 * @param receiver its code, in capitals
 * @param state the state that it belongs to, ISO 3166-1 alpha-3
 */
public record RequestedReceiver(
        UUID requestId, String receiver, String name, String state, String requestedBy) {}
