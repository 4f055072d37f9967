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

    public static Response ok(View<?, ?> view, Object body) {
        return Response.ok(body).header(POSITION, view.position()).build();
    }
}
