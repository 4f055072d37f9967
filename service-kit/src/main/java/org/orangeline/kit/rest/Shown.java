package org.orangeline.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.View;

/** What an answer is made of: one moment, and one time to measure by. */
@RequestScoped
class Shown {

    private @Nullable View<?, ?> view;
    private @Nullable Instant now;

    void view(View<?, ?> seen) {
        view = seen;
    }

    @Nullable View<?, ?> view() {
        return view;
    }

    void now(Instant at) {
        now = at;
    }

    @Nullable Instant now() {
        return now;
    }
}
