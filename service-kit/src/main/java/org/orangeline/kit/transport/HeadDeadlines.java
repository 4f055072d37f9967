package org.orangeline.kit.transport;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Gives each connection its {@link HeadDeadline}. Found by Netty, since Vert.x shows a connection
 * only once a request has come.
 */
public final class HeadDeadlines extends ChannelInitializerExtension {

    /** Has to be asked for, before the first server is made. */
    static void askFor() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel connection) {
        var unused = connection.pipeline().addFirst(new HeadDeadline());
    }
}
