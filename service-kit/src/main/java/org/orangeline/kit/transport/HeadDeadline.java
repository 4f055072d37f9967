package org.orangeline.kit.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose request does not get to the end of its head: a byte now and then keeps it
 * from being idle, and would hold it for days. Counts from the first byte, so the TLS handshake as
 * well.
 */
final class HeadDeadline extends ChannelInboundHandlerAdapter {

    /** A head has a few kilobytes. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final HttpServerOptions limits;
    private volatile boolean asked;
    private boolean strict;
    private @Nullable Future<?> end;

    /**
     * @param limits of what the connection decodes
     */
    HeadDeadline(HttpServerOptions limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        strict = strict || OneLength.install(context.pipeline(), limits);
        if (!asked && end == null) {
            end =
                    context.executor()
                            .schedule(
                                    () -> {
                                        var unused = context.close();
                                    },
                                    LONGEST.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    /** A head has come whole; on the connection's thread. */
    void asked() {
        asked = true;
        cancel();
    }

    /** Whatever comes now is the next request. */
    void answered() {
        asked = false;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (end != null) {
            boolean unused = end.cancel(false);
            end = null;
        }
    }
}
