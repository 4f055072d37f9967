package org.orangeline.launcher.demo;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids as tablets and desks make them: UUIDv7 (RFC 9562). */
final class Ids {
    private Ids() {}

    /** The milliseconds first, so that ids of one day stand together. */
    static String next(InstantSource clock, RandomGenerator random) {
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
