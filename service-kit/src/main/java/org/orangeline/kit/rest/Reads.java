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
 * ?asOf=} the moment is one of the past: what was known then. The pages of a list are of the moment
 * of the first one, as long as it is kept ({@link PinnedViews}).
 */
@ApplicationScoped
public class Reads {

    /** The moment that an answer shows, see {@link View#position}. */
    public static final String POSITION = "View-Position";

    /** Query parameter: an instant of ISO 8601, not in the future. */
    public static final String AS_OF = "asOf";

    private static final String CURSOR = "cursor";

    private final RawRequest request;
    private final Clock clock;
    private final PinnedViews pinned;
    private final Shown shown;
    private final CurrentCaller current;

    Reads(RawRequest request, Clock clock, PinnedViews pinned, Shown shown, CurrentCaller current) {
        this.request = request;
        this.clock = clock;
        this.pinned = pinned;
        this.shown = shown;
        this.current = current;
    }

    public <O, K> View<O, K> view(Engine<?, O, K, ?> engine, String operation) {
        String staleness = engine.staleness(operation);
        if (!staleness.isEmpty()) {
            throw ProblemException.unavailable(staleness);
        }
        try {
            if (asOf().isPresent()) {
                return engine.viewAsOf(operation, asOf().get());
            }
            View<O, K> present = engine.view(operation);
            Optional<PinnedViews.Pin> paged =
                    paged().filter(pin -> pin.view().partition() == present.partition());
            if (paged.isEmpty()) {
                shown.present(present);
                return present;
            }
            shown.pin(paged.get());
            return same(paged.get().view());
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

    // A view of this service's engine: there is one.
    @SuppressWarnings("unchecked")
    private static <O, K> View<O, K> same(View<?, ?> view) {
        return (View<O, K>) view;
    }

    // The moment of the first page, as long as this instance keeps it.
    private Optional<PinnedViews.Pin> paged() {
        return request.parameter(CURSOR)
                .flatMap(PageCursor::parse)
                .flatMap(cursor -> pinned.pin(cursor.pin()));
    }

    /** Keeps the moment of the answer for its next page; empty for one of the past. */
    Optional<String> pin() {
        PinnedViews.Pin paged = shown.pin();
        if (paged != null) {
            return Optional.of(paged.id());
        }
        View<?, ?> present = shown.present();
        return present == null
                ? Optional.empty()
                : Optional.of(pinned.pin(current.get().actor().text(), present, now()));
    }

    /** The moment of the past that the caller asks about. */
    public Optional<Instant> asOf() {
        return request.parameter(AS_OF).map(this::past);
    }

    /** The time to measure waits, ages and duties by: that of the moment which is shown. */
    public Instant now() {
        Instant before = shown.now();
        if (before != null) {
            return before;
        }
        Instant now = asOf().or(() -> paged().map(PinnedViews.Pin::now)).orElseGet(clock::instant);
        shown.now(now);
        return now;
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
