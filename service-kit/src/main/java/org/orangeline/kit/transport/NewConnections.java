package org.orangeline.kit.transport;

import io.micrometer.core.instrument.Metrics;
import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetSocketAddress;
import org.orangeline.kit.rest.Sender;

/**
 * Looks at each connection before anything is read from it: closes it when its sender has too many,
 * and gives it its {@link HeadDeadline}. Found by Netty, since Vert.x shows a connection only once
 * a request has come.
 */
public final class NewConnections extends ChannelInitializerExtension {

    /** A site has several networks of IPv6; together they have so many shares. */
    private static final int WIDER = 2;

    /** Connections that were closed at once. */
    static final String REFUSED = "orangeline.connections.refused";

    // Netty makes the instance, so what was configured is handed over here.
    private static volatile SenderShares shares = new SenderShares(0);
    private static volatile SenderShares wideShares = new SenderShares(0);
    private static volatile HttpServerOptions limits = new HttpServerOptions();

    /**
     * Has to be asked for, before the first server is made.
     *
     * @param most connections of one sender; 0 for any number
     * @param decoded limits of heads and chunks
     */
    static void watch(int most, HttpServerOptions decoded) {
        limits = decoded;
        shares = new SenderShares(most);
        wideShares = new SenderShares(WIDER * most);
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        boolean admitted = true;
        if (connection.remoteAddress() instanceof InetSocketAddress remote
                && remote.getAddress() != null) {
            String address = remote.getAddress().getHostAddress();
            admitted =
                    enter(shares, Sender.of(address), connection)
                            && enter(wideShares, Sender.site(address), connection);
        }
        var unused =
                connection.pipeline().addFirst(admitted ? new HeadDeadline(limits) : new Refusal());
    }

    private static boolean enter(SenderShares shares, String sender, Channel connection) {
        if (!shares.enter(sender)) {
            Metrics.counter(REFUSED).increment();
            return false;
        }
        var unused = connection.closeFuture().addListener(closed -> shares.leave(sender));
        return true;
    }

    /**
     * Closes as soon as that is possible. Later handlers still see the connection open and close:
     * they count connections, and one whose end they never see would count for ever.
     */
    private static final class Refusal extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.fireChannelActive();
            var unused = context.close();
        }
    }
}
