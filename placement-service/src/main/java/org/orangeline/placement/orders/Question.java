package org.orangeline.placement.orders;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.duties.Started;

/**
 * A rule that a standing placement breaks (rule P14):
 *
 * <pre>
 * OPEN --the rule is kept again--> gone        P3, P4, P5, P13: no signature lifts them
 *   +--one human--> REQUESTED --another--> SETTLED     every other rule
 * </pre>
 *
 * @param raised what raised it, and since when its limit counts
 * @param mergeId the merge that made it so, or null; when the merge is undone it is none any longer
 * @param requestedBy the first human who says that it is settled, or null
 * @param reported whether {@code QuestionOverdue} was recorded
 * @param settledKnowing up to where the other services' events were known when it was settled; only
 *     a later one raises it again; null while it is open
 */
public record Question(
        String rule,
        Started raised,
        @Nullable UUID mergeId,
        @Nullable String requestedBy,
        boolean reported,
        @Nullable Map<String, Long> settledKnowing) {

    static Question open(String rule, Started raised, @Nullable UUID mergeId) {
        return new Question(rule, raised, mergeId, null, false, null);
    }

    Question requested(String by) {
        return new Question(rule, raised, mergeId, by, reported, settledKnowing);
    }

    Question overdue() {
        return new Question(rule, raised, mergeId, requestedBy, true, settledKnowing);
    }

    Question settled(Map<String, Long> knowing) {
        return new Question(rule, raised, null, requestedBy, reported, knowing);
    }

    public boolean isOpen() {
        return settledKnowing == null;
    }

    boolean isOpen(String broken, @Nullable UUID merge) {
        return isOpen() && rule.equals(broken) && Objects.equals(mergeId, merge);
    }
}
