package org.orangeline.placement.knowledge;

import java.time.Instant;
import java.util.List;
import org.orangeline.events.Envelope;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.screening.ScreeningConcluded;

/**
 * What a person's screening concluded.
 *
 * @param cause {@code ScreeningConcluded}
 * @param at when the approver decided, by what was told; never after it was recorded
 */
public record Conclusion(Finding finding, List<GroundCode> grounds, Cause cause, Instant at) {

    public Conclusion {
        grounds = List.copyOf(grounds);
    }

    static Conclusion of(ScreeningConcluded event, Envelope envelope) {
        Instant told = event.at();
        return new Conclusion(
                event.finding(),
                event.grounds(),
                Cause.of(envelope),
                told == null || told.isAfter(envelope.time()) ? envelope.time() : told);
    }

    public boolean rests(GroundCode.Kind kind) {
        return grounds.stream().anyMatch(ground -> ground.kind() == kind);
    }
}
