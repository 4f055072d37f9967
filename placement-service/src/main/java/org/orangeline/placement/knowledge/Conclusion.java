package org.orangeline.placement.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * Since when somebody is a concluded civilian, by any registration (rule P13).
     *
     * @param from not before: when the person was there
     * @param now none that is not over yet
     */
    public static @Nullable Instant civilianSince(
            KnownOperation known, UUID personId, Instant from, Instant now) {
        return known.merges().same(personId).stream()
                .flatMap(record -> known.conclusion(record).stream())
                .filter(conclusion -> conclusion.finding() == Finding.CIVILIAN)
                .map(Conclusion::at)
                .max(Comparator.naturalOrder())
                .map(at -> at.isBefore(from) ? from : at)
                .filter(at -> at.isBefore(now))
                .orElse(null);
    }

    /** Whether it has an individual ground for a detention (rules P4, P5). */
    public boolean isGroundToHold() {
        return rests(GroundCode.Kind.CRIMINAL) || rests(GroundCode.Kind.SECURITY);
    }

    public boolean rests(GroundCode.Kind kind) {
        return grounds.stream().anyMatch(ground -> ground.kind() == kind);
    }
}
