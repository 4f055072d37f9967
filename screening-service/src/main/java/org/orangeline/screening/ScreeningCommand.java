package org.orangeline.screening;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.runtime.Command;

/** What screening-service can be asked to record; every command is about one person (rule S1). */
public sealed interface ScreeningCommand extends Command {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** Sends a person to a line by the grouping plan; gives {@code GroupAssigned}. */
    record AssignGroup(String operation, UUID personId) implements ScreeningCommand {}

    /** Moves a person to another line; gives {@code GroupReassigned}. */
    record ReassignGroup(String operation, UUID personId, String group, Confidential<String> reason)
            implements ScreeningCommand {}

    /** Recommends a finding; gives {@code FindingRecommended}. */
    record RecommendFinding(
            String operation,
            UUID personId,
            Finding finding,
            List<Ground> grounds,
            List<String> evidence)
            implements ScreeningCommand {

        public RecommendFinding {
            grounds = List.copyOf(grounds);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Decides on the open recommendation; gives {@code ScreeningConcluded} or {@code
     * RecommendationReturned}.
     *
     * @param approve false sends the recommendation back
     */
    record ConcludeScreening(
            String operation, UUID personId, boolean approve, Confidential<String> reason)
            implements ScreeningCommand {}
}
