package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/** Reads see one committed moment, say which, and are refused when it may be an old one. */
@ApplicationScoped
public class Reads {

    /** The moment that an answer shows, see {@link View#position}. */
    public static final String POSITION = "View-Position";

    public <O, K> View<O, K> view(Engine<?, O, K, ?> engine, String operation) {
        String staleness = engine.staleness(operation);
        if (!staleness.isEmpty()) {
            throw ProblemException.unavailable(staleness);
        }
        return engine.view(operation);
    }

    /**
     * For a read of one person or facility: refused as well while a record about it cannot be read,
     * since what the view has of it is not the truth.
     */
    public <O, K> View<O, K> view(Engine<?, O, K, ?> engine, String operation, String subject) {
        View<O, K> view = view(engine, operation);
        if (engine.isQuarantined(operation, subject)) {
            throw ProblemException.unavailable(
                    "A record about this subject could not be read and is in quarantine.");
        }
        return view;
    }

    public static Response ok(View<?, ?> view, Object body) {
        return Response.ok(body).header(POSITION, view.position()).build();
    }
}
