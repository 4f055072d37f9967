package org.orangeline.kit.transport;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.orangeline.kit.rest.Body;
import org.orangeline.kit.rest.ProblemException;

/**
 * Reads a body that did not say how large it is up to the bound and no further, and answers as for
 * one that did.
 */
@Provider
public class BodyBound implements ReaderInterceptor {

    private final RequestBounds bounds;

    BodyBound(RequestBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (bounds.isSmall()) {
            context.setInputStream(new Bounded(context.getInputStream()));
        }
        return context.proceed();
    }

    private final class Bounded extends FilterInputStream {

        private long left = Body.MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = super.read(bytes, from, most);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                bounds.hangUpAfterwards();
                throw new ProblemException(Body.tooLarge());
            }
        }
    }
}
