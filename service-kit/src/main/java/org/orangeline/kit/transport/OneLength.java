package org.orangeline.kit.transport;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Decodes requests as Netty does, but keeps the length of one that states a {@code
 * Transfer-Encoding}, too: {@link ChunkedIsLast} refuses it. Netty's decoder removes the length.
 */
final class OneLength extends VertxHttpRequestDecoder {

    private OneLength(HttpServerOptions limits) {
        super(limits);
    }

    /**
     * Takes the place of Vert.x' decoder once that is there: with TLS it comes with the end of the
     * handshake, and may have read a first request by the time that somebody can look.
     *
     * @return whether it is done
     */
    static boolean install(ChannelPipeline pipeline, HttpServerOptions limits) {
        VertxHttpRequestDecoder now = pipeline.get(VertxHttpRequestDecoder.class);
        if (now == null) {
            return false;
        }
        if (!(now instanceof OneLength)) {
            var unused = pipeline.replace(now, "one-length", new OneLength(limits));
        }
        return true;
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        // Both stay, and ChunkedIsLast refuses the request. It is read as a chunked one until then.
    }
}
