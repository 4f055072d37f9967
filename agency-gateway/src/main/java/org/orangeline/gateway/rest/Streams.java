package org.orangeline.gateway.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.orangeline.gateway.stream.Feed;
import org.orangeline.gateway.stream.FeedReader;
import org.orangeline.gateway.stream.Pump;
import org.orangeline.gateway.wiring.GatewayConfig;
import org.orangeline.kit.rest.Bulkhead;
import org.orangeline.kit.rest.HeldPlaces;
import org.orangeline.runtime.log.LogRecord;

/**
 * Open streams as Server-Sent Events. A reader that is slow holds up its own stream only: the next
 * events are read from the log when the ones before were taken. A stream ends with its token, also
 * when that is revoked, with the agreement, and when the feed is read again; the reader goes on
 * with its last id.
 */
@ApplicationScoped
public class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** Events that are read ahead of a reader. */
    private static final int AHEAD = 100;

    /** So often an idle stream looks whether its reader is still there. */
    private static final long LOOK_MILLIS = 500;

    /** Streams that all agencies have open together: each is a thread and a connection. */
    private static final int MOST = 400;

    private final Bulkhead open;
    private final HeldPlaces places;
    private final FeedReader reader;
    private final Pump pump;
    private final Cursors cursors;
    private final GatewayConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    Streams(
            FeedReader reader,
            Pump pump,
            Cursors cursors,
            GatewayConfig config,
            Clock clock,
            HeldPlaces places) {
        this.open = new Bulkhead(MOST, config.streams(), Duration.ZERO);
        this.places = places;
        this.reader = reader;
        this.pump = pump;
        this.cursors = cursors;
        this.config = config;
        this.clock = clock;
    }

    void stop(@jakarta.enterprise.event.Observes io.quarkus.runtime.ShutdownEvent event) {
        stopping = true;
    }

    /**
     * @param gone says whether the reader has hung up: a write does not tell
     */
    Response open(
            Feed feed, List<Long> position, CurrentAgency.Caller caller, BooleanSupplier gone) {
        places.enter(open, caller.agency(), "The agency has too many open streams.");
        StreamingOutput body = out -> stream(feed, new ArrayList<>(position), caller, gone, out);
        return Response.ok(body, MediaType.SERVER_SENT_EVENTS).build();
    }

    private void stream(
            Feed feed,
            List<Long> position,
            CurrentAgency.Caller caller,
            BooleanSupplier gone,
            OutputStream out) {
        try {
            write(out, ": " + feed.agreement().id() + "\n\n");
            long spoken = System.nanoTime();
            while (!gone.getAsBoolean() && goesOn(feed, caller)) {
                long changes = feed.changes();
                List<LogRecord> records = reader.after(feed, position, AHEAD);
                for (LogRecord record : records) {
                    if (!goesOn(feed, caller)) {
                        return;
                    }
                    position.set(record.partition(), record.sequence());
                    write(out, event(feed, position, record));
                }
                if (!records.isEmpty()) {
                    spoken = System.nanoTime();
                } else if (System.nanoTime() - spoken > config.heartbeat().toNanos()) {
                    write(out, ": still here\n\n");
                    spoken = System.nanoTime();
                } else {
                    feed.awaitChange(changes, LOOK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | KafkaException e) {
            LOG.debugf("a stream has ended: %s", e.toString());
        }
    }

    private boolean goesOn(Feed feed, CurrentAgency.Caller caller) {
        return !stopping
                && clock.instant().isBefore(caller.until())
                && !caller.revoked().getAsBoolean()
                && feed.agreement().isValidAt(clock.instant())
                && pump.feed(caller.agency()).filter(now -> now == feed).isPresent();
    }

    private String event(Feed feed, List<Long> position, LogRecord record) {
        String type = record.envelope().type();
        return "id: "
                + cursors.write(feed.agreement().id(), position, clock.instant())
                + "\nevent: "
                + type.substring(type.lastIndexOf('.') + 1)
                + "\ndata: "
                + new String(record.value(), StandardCharsets.UTF_8)
                + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
