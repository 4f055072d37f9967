package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.orangeline.runtime.View;
import org.orangeline.runtime.kafka.Engine;

/**
 * Reads see one committed moment, say which, and are refused when it may be an old one. With {@code
 * ?asOf=} the moment is one of the past: what was known then.
 */
@ApplicationScoped
public class Reads {

    /** The moment that an answer shows, see {@link View#position}. */
    public static final String POSITION = "View-Position";

    /** Query parameter: an instant of ISO 8601, not in the future. */
    public static final String AS_OF = "asOf";

    private final RawRequest request;
    private final Clock clock;

    Reads(RawRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    public <O, K> View<O, K> view(Engine<?, O, K, ?> engine, String operation) {
        String staleness = engine.staleness(operation);
        if (!staleness.isEmpty()) {
            throw ProblemException.unavailable(staleness);
        }
        try {
            return asOf().map(at -> engine.viewAsOf(operation, at))
                    .orElseGet(() -> engine.view(operation));
        } catch (KafkaException e) {
            throw ProblemException.unavailable("The log cannot be read back now.");
        }
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

    /** The moment of the past that the caller asks about. */
    public Optional<Instant> asOf() {
        return request.parameter(AS_OF).map(this::past);
    }

    /** The time to measure waits, ages and duties by: that of the moment which is shown. */
    public Instant now() {
        return asOf().orElseGet(clock::instant);
    }

    /** The day of {@link #now}, UTC. */
    public LocalDate today() {
        return now().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Instant past(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            if (!at.isAfter(clock.instant())) {
                return at;
            }
        } catch (DateTimeException e) {
            // the same answer as for one in the future
        }
        throw ProblemException.badRequest(AS_OF + " must be an instant of ISO 8601 in the past.");
    }

    public static Response ok(View<?, ?> view, Object body) {
        return Response.ok(body).header(POSITION, view.position()).build();
    }
}
