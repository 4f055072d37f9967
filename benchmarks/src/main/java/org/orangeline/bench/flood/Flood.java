package org.orangeline.bench.flood;

import java.io.IOException;
import java.net.URI;

/**
 * One kind of flood.
 *
 * @param name what it sends
 * @param target the process that it hits
 * @param threads how many send at the same time
 * @param turn what each of them does again and again
 */
record Flood(String name, URI target, int threads, Turn turn) {

    /** One turn of one sender. */
    @FunctionalInterface
    interface Turn {

        /**
         * Sends, and reports what came back.
         *
         * @throws IOException when the other side ends the connection, which counts as refused
         */
        void send(Attack attack) throws IOException, InterruptedException;
    }
}
