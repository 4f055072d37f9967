package org.orangeline.kit.rest;

import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.orangeline.events.DomainEvent;
import org.orangeline.runtime.Outcome;

/** Answers of calls that record something. */
public final class Created {

    private Created() {}

    /** 201 with what was recorded. */
    public static Function<Outcome.Done, Response> with(Function<Outcome.Done, ?> entity) {
        return done -> Response.status(201).entity(entity.apply(done)).build();
    }

    /** 201, or 200 when the same request recorded it before. */
    public static Function<Outcome.Done, Response> once(Function<Outcome.Done, ?> entity) {
        return done ->
                Response.status(done.repeated() ? 200 : 201).entity(entity.apply(done)).build();
    }

    /** The event itself as the answer. */
    public static Function<Outcome.Done, DomainEvent> event(Class<? extends DomainEvent> type) {
        return done -> done.first(type).event();
    }
}
