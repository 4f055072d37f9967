package org.orangeline.placement.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a standing placement breaks and that no human has settled (rule P14).
 *
 * @param mergeId the merge that made it so, or null; when the merge is undone it is none any longer
 */
public record Question(String rule, @Nullable UUID mergeId) {}
