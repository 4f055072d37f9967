package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.View;

/**
 * The moments that somebody is paging through, so that a list does not change under the reader:
 * nobody is skipped while it shrinks, and nobody is shown twice while it grows. Views share what
 * did not change, so one costs little; at most {@link #MOST} are kept, each for {@link #KEPT}, and
 * the last {@link #EACH} of one caller, so that nobody who asks often ends the others'.
 */
@ApplicationScoped
public class PinnedViews {

    static final int MOST = 2_000;
    static final int EACH = 10;
    static final Duration KEPT = Duration.ofMinutes(15);

    private final Clock clock;
    private final LinkedHashMap<String, Pin> pins = new LinkedHashMap<>();

    PinnedViews(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps a moment; the text that names it.
     *
     * @param caller who pages through it
     * @param now the time by which waits and ages were measured
     */
    synchronized String pin(String caller, View<?, ?> view, Instant now) {
        forgetOld();
        List<String> own =
                pins.values().stream()
                        .filter(pin -> pin.caller().equals(caller))
                        .map(Pin::id)
                        .toList();
        if (own.size() >= EACH) {
            pins.remove(own.getFirst());
        } else if (pins.size() >= MOST) {
            pins.pollFirstEntry();
        }
        var pin = new Pin(UUID.randomUUID().toString(), caller, view, now, clock.instant());
        pins.put(pin.id(), pin);
        return pin.id();
    }

    /** Empty when it is kept no longer, or was never. */
    synchronized Optional<Pin> pin(@Nullable String id) {
        forgetOld();
        return Optional.ofNullable(pins.get(id));
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        while (!pins.isEmpty() && pins.firstEntry().getValue().since().isBefore(oldest)) {
            pins.pollFirstEntry();
        }
    }

    /**
     * A moment that is kept.
     *
     * @param since when it was pinned
     */
    record Pin(String id, String caller, View<?, ?> view, Instant now, Instant since) {}
}
