package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.View;

/**
 * The moments that somebody is paging through, so that a list does not change under the reader:
 * nobody is skipped while it shrinks, and nobody is shown twice while it grows. Views share what
 * did not change, so one costs little; at most {@link #MOST} are kept, each for {@link #KEPT}.
 */
@ApplicationScoped
public class PinnedViews {

    static final int MOST = 1_000;
    static final Duration KEPT = Duration.ofMinutes(15);

    private final Clock clock;
    private final LinkedHashMap<String, Pin> pins = new LinkedHashMap<>();

    PinnedViews(Clock clock) {
        this.clock = clock;
    }

    /**
     * Keeps a moment; the text that names it.
     *
     * @param now the time by which waits and ages were measured
     */
    synchronized String pin(View<?, ?> view, Instant now) {
        forgetOld();
        Pin same = pins.isEmpty() ? null : pins.sequencedValues().getLast();
        if (same != null && same.shows(view, now)) {
            return same.id();
        }
        if (pins.size() >= MOST) {
            pins.remove(pins.sequencedKeySet().getFirst());
        }
        var pin = new Pin(UUID.randomUUID().toString(), view, now, clock.instant());
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
    record Pin(String id, View<?, ?> view, Instant now, Instant since) {

        @SuppressWarnings("ReferenceEquality") // views are immutable; a deep comparison is long
        boolean shows(View<?, ?> other, Instant at) {
            return view == other && now.equals(at);
        }
    }
}
