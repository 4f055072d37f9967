package org.orangeline.kit.transport;

import io.micrometer.core.instrument.Metrics;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import org.orangeline.kit.rest.Sender;

/**
 * Looks at each connection before anything is read from it: closes it when its sender has too many,
 * and gives it its {@link HeadDeadline}. Found by Netty, since Vert.x shows a connection only once
 * a request has come.
 */
public final class NewConnections extends ChannelInitializerExtension {

    /** Connections that were closed at once. */
    static final String REFUSED = "orangeline.connections.refused";

    // Netty makes the instance, so what was configured is handed over here.
    private static volatile SenderShares shares = new SenderShares(0);

    /**
     * Has to be asked for, before the first server is made.
     *
     * @param most connections of one sender; 0 for any number
     */
    static void watch(int most) {
        shares = new SenderShares(most);
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        SenderShares now = shares;
        if (connection.remoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress() != null) {
            String sender = Sender.of(remote.getAddress().getHostAddress());
            if (!now.enter(sender)) {
                Metrics.counter(REFUSED).increment();
                var unused = connection.pipeline().addFirst(new Refusal());
                return;
            }
            var unused = connection.closeFuture().addListener(closed -> now.leave(sender));
        }
        var unused = connection.pipeline().addFirst(new HeadDeadline());
    }

    /**
     * Closes as soon as that is possible. Those behind it learn of the beginning and of the end, as
     * ever: they count connections, and what is not told of its end would count for ever.
     */
    private static final class Refusal extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.fireChannelActive();
            var unused = context.close();
        }
    }
}
