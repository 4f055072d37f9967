package org.orangeline.kit.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.ssl.SslHandler;
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
     * Takes the place of Vert.x' decoder once that is there. With TLS it comes with the end of the
     * handshake, perhaps in the middle of the bytes in which the first request is: then somebody
     * waits behind TLS for that.
     *
     * @return whether it is done, or seen to
     */
    static boolean install(ChannelPipeline pipeline, HttpServerOptions limits) {
        if (replace(pipeline, limits)) {
            return true;
        }
        SslHandler tls = pipeline.get(SslHandler.class);
        if (tls == null) {
            return false;
        }
        var unused =
                pipeline.addAfter(
                        pipeline.context(tls).name(), "first-request", new FirstRequest(limits));
        return true;
    }

    private static boolean replace(ChannelPipeline pipeline, HttpServerOptions limits) {
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

    /** Sees the first bytes that TLS has opened, before the decoder does. */
    private static final class FirstRequest extends ChannelInboundHandlerAdapter {

        private final HttpServerOptions limits;

        FirstRequest(HttpServerOptions limits) {
            this.limits = limits;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            boolean done = replace(context.pipeline(), limits);
            context.fireChannelRead(bytes);
            if (done && !context.isRemoved()) {
                var unused = context.pipeline().remove(this);
            }
        }
    }
}
