package org.orangeline.intake.families;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Loneliness;

/**
 * What was last raised about a child.
 *
 * @param kind null when somebody cares for it again
 * @param event {@code ce_id} of the event that said so, the cause of the next one
 * @param since when it was recorded
 * @param raised number, in the order of the log, of the first event that raised the child as alone
 */
public record Alone(@Nullable Loneliness kind, UUID event, Instant since, long raised) {}
