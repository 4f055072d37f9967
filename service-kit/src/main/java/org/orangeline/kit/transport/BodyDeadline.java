package org.orangeline.kit.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection whose request does not get to the end of its body: one byte now and then keeps
 * it from being idle, and would hold it for ever. Counts what has come over the network, not what
 * somebody has read of it, so that a busy service blames no caller. Everything happens on the
 * connection's thread.
 */
final class BodyDeadline extends ChannelInboundHandlerAdapter {

    /** A caller that still sends when it is refused has so long to read why. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    /** Where it is kept that a body did not come in time. */
    private static final String TOO_SLOW = BodyDeadline.class.getName();

    /** Of what a caller still sends when it is refused. */
    private static final long MOST_THROWN_AWAY = 1024 * 1024;

    /**
     * How long bodies may take.
     *
     * @param pause without a byte
     * @param command a command's body, from its head to its last byte
     * @param upload the same of an upload
     */
    record Limits(Duration pause, Duration command, Duration upload) {}

    private final Limits limits;
    private volatile boolean over;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> look;
    private @Nullable RoutingContext call;
    private int heads;
    private int calls;
    private boolean coming;
    private boolean throwsAway;
    private boolean answered;
    private long thrownAway;
    private long moved;
    private long deadline;

    BodyDeadline(Limits limits) {
        this.limits = limits;
    }

    /** Whether the body of a call did not come in time. */
    static boolean isTooSlow(RoutingContext call) {
        return Boolean.TRUE.equals(call.get(TOO_SLOW));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    /** A request is handed to its call; the first one's head came before this handler was there. */
    void called(RoutingContext next) {
        if (heads == 0) {
            begin(next.request().method().name(), next.request().uri());
        }
        calls++;
        call = next;
    }

    /** No later request of this connection is answered; from any thread. */
    void end() {
        over = true;
    }

    /** Whether what comes now is not to be answered. */
    boolean isOver() {
        return over;
    }

    /**
     * Ends the connection behind an answer, once the body has come or is too long; from any thread.
     */
    void hangUp(RoutingContext last) {
        ChannelHandlerContext here = context;
        if (here == null) {
            return;
        }
        here.executor()
                .execute(() -> {
                    throwsAway = true;
                    answered = true;
                    if (!coming || last != call || calls != heads) {
                        close();
                        return;
                    }
                    here.channel().config().setAutoRead(true);
                    if (isTooSlow(last)) {
                        deadline = System.nanoTime() + LINGER.toNanos();
                        moved = deadline;
                    }
                    if (look == null) {
                        schedule();
                    }
                });
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object message) {
        if (message instanceof HttpRequest head) {
            begin(head.method().name(), head.uri());
        }
        if (message instanceof HttpContent part) {
            moved = System.nanoTime();
            thrownAway += throwsAway ? part.content().readableBytes() : 0;
            coming = !(message instanceof LastHttpContent);
            if (!coming) {
                cancel();
            }
        }
        if (throwsAway) {
            ReferenceCountUtil.release(message);
            if ((answered && !coming) || thrownAway > MOST_THROWN_AWAY) {
                close();
            }
        } else {
            from.fireChannelRead(message);
        }
    }

    private void begin(String method, String uri) {
        heads++;
        coming = true;
        moved = System.nanoTime();
        boolean bulk = RequestBounds.isBulk(method, path(uri));
        deadline = moved + (bulk ? limits.upload() : limits.command()).toNanos();
    }

    // A proxy may send the whole address.
    private static String path(String uri) {
        return uri.split("\\?", 2)[0].replaceFirst("^(?i)https?://[^/]*+", "");
    }

    // Most bodies have come whole by now, and need no look. One that was too slow waits for its
    // answer.
    @Override
    public void channelReadComplete(ChannelHandlerContext from) {
        if (coming && look == null && (answered || !throwsAway)) {
            schedule();
        }
        from.fireChannelReadComplete();
    }

    private long next() {
        return Math.min(deadline, moved + limits.pause().toNanos()) - System.nanoTime();
    }

    private void schedule() {
        if (context != null) {
            look = context.executor().schedule(this::look, next(), TimeUnit.NANOSECONDS);
        }
    }

    private void look() {
        look = null;
        if (!coming || context == null) {
            return;
        }
        if (!context.channel().config().isAutoRead()) {
            moved = System.nanoTime(); // What has come is not read yet: the caller does not pause.
        }
        if (next() > 0) {
            schedule();
        } else if (throwsAway || call == null || calls != heads || call.response().headWritten()) {
            close();
        } else {
            // For whoever reads the body it ends here: BodyBound says why it is not whole.
            throwsAway = true;
            call.put(TOO_SLOW, true);
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            context.fireChannelReadComplete();
        }
    }

    // By Vert.x, which sends first what is still to be sent.
    private void close() {
        if (call != null) {
            var closed = call.request().connection().close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext from) {
        coming = false;
        cancel();
        from.fireChannelInactive();
    }

    private void cancel() {
        if (look != null) {
            boolean unused = look.cancel(false);
            look = null;
        }
    }
}
