package org.orangeline.kit.transport;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;

/**
 * Reads a body that did not say how large it is up to the bound and no further, and answers as for
 * one that did. A body that was ended because it came too slowly is answered 408.
 */
@Provider
public class BodyBound implements ReaderInterceptor {

    private static final Problem TOO_SLOW =
            Problem.of(
                    408,
                    "too-slow",
                    "The body did not come in time",
                    "Nothing was done. Send the same request again.");

    private final RequestBounds bounds;
    private final CurrentVertxRequest current;

    BodyBound(RequestBounds bounds, CurrentVertxRequest current) {
        this.bounds = bounds;
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(
                new Bounded(
                        context.getInputStream(),
                        bounds.isSmall() ? Body.MOST_BYTES : Long.MAX_VALUE,
                        current.getCurrent()));
        return context.proceed();
    }

    private static final class Bounded extends FilterInputStream {

        private final RoutingContext call;
        private long left;

        Bounded(InputStream in, long most, RoutingContext call) {
            super(in);
            this.left = most;
            this.call = call;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? next : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read < 0 && BodyDeadline.isTooSlow(call)) {
                throw new ProblemException(TOO_SLOW);
            }
            left -= Math.max(0, read);
            if (left < 0) {
                throw new ProblemException(Body.tooLarge());
            }
        }
    }
}
