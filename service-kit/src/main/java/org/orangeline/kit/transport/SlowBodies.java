package org.orangeline.kit.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.core.net.impl.VertxHandler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A body has to come within a time; one that does not is answered 408, as a problem. A caller that
 * was refused for how it sends (408, 413, 429) loses its connection, too.
 */
@ApplicationScoped
public class SlowBodies {

    /** Behind {@link IdleConnections}, before all other filters. */
    private static final int PRIORITY = 999;

    private static final Set<Integer> LAST = Set.of(408, 413, 429);

    private final BodyDeadline.Limits limits;

    /**
     * @param pause for which a body may stand still
     * @param command how long a command's body may take
     * @param upload how long an upload may take
     */
    SlowBodies(
            @ConfigProperty(name = "orangeline.body-pause") Duration pause,
            @ConfigProperty(name = "orangeline.body-time") Duration command,
            @ConfigProperty(name = "orangeline.upload-time") Duration upload) {
        this.limits = new BodyDeadline.Limits(pause, command, upload);
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    private void watch(RoutingContext call) {
        if (call.request().connection() instanceof ConnectionBase connection) {
            BodyDeadline deadline = deadline(connection.channel().pipeline());
            if (deadline.isOver()) {
                var closed = connection.close();
                return;
            }
            deadline.called(call);
            call.addHeadersEndHandler(head -> {
                if (isLast(call)) {
                    deadline.end();
                    call.response().putHeader("Connection", "close");
                }
            });
            var open = new AtomicBoolean(true);
            Runnable answered =
                    () -> {
                        if (isLast(call) && open.getAndSet(false)) {
                            deadline.hangUp(call);
                        }
                    };
            // Whoever ends the answer early may take the place of one of these two, never of both.
            call.addEndHandler(end -> answered.run());
            int unused = call.addBodyEndHandler(end -> answered.run());
        }
        call.next();
    }

    private static boolean isLast(RoutingContext call) {
        return LAST.contains(call.response().getStatusCode()) || BodyDeadline.isTooSlow(call);
    }

    private BodyDeadline deadline(ChannelPipeline pipeline) {
        BodyDeadline there = pipeline.get(BodyDeadline.class);
        if (there != null) {
            return there;
        }
        BodyDeadline made = new BodyDeadline(limits);
        ChannelHandlerContext vertx = pipeline.context(VertxHandler.class);
        if (vertx != null) {
            var unused = pipeline.addBefore(vertx.name(), "body-deadline", made);
        }
        return made;
    }
}
