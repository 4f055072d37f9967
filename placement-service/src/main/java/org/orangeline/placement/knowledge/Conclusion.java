package org.orangeline.placement.knowledge;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;

/**
 * What a person's screening concluded.
 *
 * @param cause {@code ScreeningConcluded}
 * @param at when it was recorded
 */
public record Conclusion(Finding finding, List<GroundCode> grounds, Cause cause, Instant at) {

    public Conclusion {
        grounds = List.copyOf(grounds);
    }

    public boolean rests(GroundCode.Kind kind) {
        return grounds.stream().anyMatch(ground -> ground.kind() == kind);
    }
}
