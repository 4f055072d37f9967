package org.orangeline.kit.transport;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A connection on which nothing moves is ended: within seconds while it owes a request or half of
 * its head, and later while it waits for an answer. Vert.x has one time-out for both, and would
 * either cut long answers off or keep silent connections for as long as the longest answer takes.
 */
@ApplicationScoped
public class IdleConnections {

    /** Before all other filters. */
    private static final int PRIORITY = 1_000;

    private final Duration between;
    private final Duration answering;
    private final int most;
    private final HttpServerOptions limits;

    /**
     * @param between what Vert.x starts a connection with, and what holds between two requests
     * @param answering what holds from the head of a request to the end of its answer
     * @param most connections of one address; 0 for any number
     * @param head longest head of a request
     * @param line longest first line
     * @param chunk longest piece of a body that is handed on at once
     */
    IdleConnections(
            @ConfigProperty(name = "quarkus.http.idle-timeout") Duration between,
            @ConfigProperty(name = "orangeline.answer-timeout") Duration answering,
            @ConfigProperty(name = "orangeline.connections-per-address") int most,
            @ConfigProperty(name = "quarkus.http.limits.max-header-size", defaultValue = "20K")
                    MemorySize head,
            @ConfigProperty(
                            name = "quarkus.http.limits.max-initial-line-length",
                            defaultValue = "4096")
                    int line,
            @ConfigProperty(name = "quarkus.http.limits.max-chunk-size", defaultValue = "8192")
                    MemorySize chunk) {
        this.limits =
                new HttpServerOptions()
                        .setMaxHeaderSize(head.asBigInteger().intValueExact())
                        .setMaxInitialLineLength(line)
                        .setMaxChunkSize(chunk.asBigInteger().intValueExact());
        this.between = between;
        this.answering = answering;
        this.most = most;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
        NewConnections.watch(most, limits);
    }

    private void watch(RoutingContext call) {
        if (call.request().connection() instanceof ConnectionBase connection) {
            ChannelPipeline pipeline = connection.channel().pipeline();
            Optional<HeadDeadline> head = Optional.ofNullable(pipeline.get(HeadDeadline.class));
            head.ifPresent(HeadDeadline::asked);
            limit(pipeline, answering);
            var owed = new AtomicBoolean(true);
            Runnable answered =
                    () -> {
                        if (owed.getAndSet(false)) {
                            limit(pipeline, between);
                            head.ifPresent(HeadDeadline::answered);
                        }
                    };
            // Whoever ends the answer early may take the place of one of these two, never of both.
            call.addEndHandler(end -> answered.run());
            int unused = call.addBodyEndHandler(end -> answered.run());
        }
        call.next();
    }

    // Nothing to replace once the connection is gone.
    private static void limit(ChannelPipeline pipeline, Duration longest) {
        IdleStateHandler now = pipeline.get(IdleStateHandler.class);
        if (now != null && now.getAllIdleTimeInMillis() != longest.toMillis()) {
            var unused =
                    pipeline.replace(
                            now,
                            "idle",
                            new IdleStateHandler(0, 0, longest.toMillis(), TimeUnit.MILLISECONDS));
        }
    }
}
