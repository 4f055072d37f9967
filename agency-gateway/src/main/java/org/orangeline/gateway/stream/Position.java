package org.orangeline.gateway.stream;

import java.nio.charset.StandardCharsets;
import org.orangeline.events.Envelope;
import org.orangeline.runtime.log.LogFault;

/**
 * How far a feed's partition was written: in the transaction of the events themselves.
 *
 * @param count events of the log in the one order that it covers
 * @param sequence of the last event of the feed
 * @param hash of that event, which the next one names
 */
record Position(long count, long sequence, String hash) {

    static Position begin(long base) {
        return new Position(0, base, Envelope.NO_HASH);
    }

    byte[] bytes() {
        return (count + " " + sequence + " " + hash).getBytes(StandardCharsets.UTF_8);
    }

    static Position parse(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ");
        try {
            return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
        } catch (RuntimeException e) {
            throw new LogFault("a feed's position is malformed", e);
        }
    }
}
