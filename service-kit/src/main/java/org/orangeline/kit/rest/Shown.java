package org.orangeline.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.View;

/** What an answer is made of: one moment, and one time to measure by. */
@RequestScoped
class Shown {

    private @Nullable View<?, ?> present;
    private PinnedViews.@Nullable Pin pin;
    private @Nullable Instant now;

    void present(View<?, ?> seen) {
        present = seen;
    }

    /** Null when the answer is of the past. */
    @Nullable View<?, ?> present() {
        return present;
    }

    void pin(PinnedViews.Pin paged) {
        pin = paged;
    }

    /** The moment that is paged through; null on a first page. */
    PinnedViews.@Nullable Pin pin() {
        return pin;
    }

    void now(Instant at) {
        now = at;
    }

    @Nullable Instant now() {
        return now;
    }
}
