package org.orangeline.placement.orders;

import java.util.UUID;

/**
 * One human says that a fact was not so; a second one has to confirm it (rule P18).
 *
 * @param requestedBy who says so
 */
public record Withdrawal(UUID withdrawalId, String requestedBy) {}
