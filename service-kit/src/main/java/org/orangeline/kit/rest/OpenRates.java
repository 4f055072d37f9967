package org.orangeline.kit.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often calls are answered that anybody may make. A reception point has one address for all of
 * its tablets, and each asks twice in a quarter of an hour: 300 at once, and 30 a second, are more
 * than any of them needs. Where 200 tablets begin at the same time, the last is served ten seconds
 * later.
 */
final class OpenRates {

    static final int OF_AN_ADDRESS = 300;
    private static final Duration EACH_OF_AN_ADDRESS = Duration.ofSeconds(1).dividedBy(30);
    static final int OF_AN_OPERATION = 600;
    private static final Duration EACH_OF_AN_OPERATION = Duration.ofSeconds(1).dividedBy(60);

    /** Addresses of which it is remembered that a tablet proved who it is. */
    private static final int MOST_PROVEN = 10_000;

    private final Buckets addresses;
    private final Buckets operations;
    private final Map<String, Boolean> proven =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_PROVEN;
                        }
                    });

    OpenRates(InstantSource clock) {
        this.addresses = new Buckets(OF_AN_ADDRESS, EACH_OF_AN_ADDRESS, clock);
        this.operations = new Buckets(OF_AN_OPERATION, EACH_OF_AN_OPERATION, clock);
    }

    /** A tablet proved who it is: a flood of others must not keep its address out. */
    void proved(String address) {
        proven.put(address, true);
    }

    /**
     * Counts a call. The limit of an operation is for strangers: whoever knows its name could use
     * it up from many addresses, so an address from which a tablet has proved who it is has its own
     * limit only.
     *
     * @param operation as the path names it, whether there is one or not
     * @return zero when it is answered, else how long to wait; it is not counted then
     */
    Duration pause(String address, String operation) {
        boolean isProven = proven.containsKey(address);
        Duration pause = addresses.pause(address);
        if (pause.isZero() && !isProven) {
            pause = operations.pause(operation);
        }
        if (pause.isZero()) {
            addresses.count(address);
            if (!isProven) {
                operations.count(operation);
            }
        }
        return pause;
    }
}
