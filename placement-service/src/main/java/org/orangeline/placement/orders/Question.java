package org.orangeline.placement.orders;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a standing placement breaks, until a human settles it (rule P14).
 *
 * @param mergeId the merge that made it so, or null; when the merge is undone it is none any longer
 * @param settledKnowing up to where the other services' events were known when a human settled it;
 *     only a later one raises it again; null while it is open
 */
public record Question(
        String rule, @Nullable UUID mergeId, @Nullable Map<String, Long> settledKnowing) {

    static Question open(String rule, @Nullable UUID mergeId) {
        return new Question(rule, mergeId, null);
    }

    Question settled(Map<String, Long> knowing) {
        return new Question(rule, null, knowing);
    }

    boolean isOpen() {
        return settledKnowing == null;
    }
}
