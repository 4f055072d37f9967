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

    /** What an address has that no stranger can use up: enough for one tablet to begin with. */
    static final int OF_A_NEWCOMER = 10;

    private static final Duration EACH_OF_A_NEWCOMER = Duration.ofSeconds(6);

    /** Addresses of which it is remembered that a tablet proved who it is. */
    private static final int MOST_PROVEN = 10_000;

    private final Buckets addresses;
    private final Buckets operations;
    private final Buckets newcomers;
    private final Map<String, Boolean> proven =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_PROVEN;
                        }
                    });

    OpenRates(InstantSource clock) {
        this.addresses = new Buckets(OF_AN_ADDRESS, EACH_OF_AN_ADDRESS, clock);
        this.operations = new Buckets(OF_AN_OPERATION, EACH_OF_AN_OPERATION, clock);
        this.newcomers = new Buckets(OF_A_NEWCOMER, EACH_OF_A_NEWCOMER, clock);
    }

    /** A tablet proved who it is: a flood of others must not keep its address out. */
    void proved(String address) {
        proven.put(address, true);
    }

    // Asked for by get, so that whoever goes on is not the eldest.
    private boolean isKnown(String address) {
        return proven.get(address) != null;
    }

    /**
     * Counts a call. The limit of an operation is for strangers: whoever knows its name could use
     * it up from many addresses, so an address from which a tablet has proved who it is has its own
     * limit only, and every other one some calls that count for it alone.
     *
     * @param operation as the path names it, whether there is one or not
     * @return zero when it is answered, else how long to wait; it is not counted then
     */
    Duration pause(String address, String operation) {
        Duration pause = addresses.pause(address);
        if (!pause.isZero()) {
            return pause;
        }
        if (!isKnown(address)) {
            if (newcomers.pause(address).isZero()) {
                newcomers.count(address);
            } else {
                pause = operations.pause(operation);
                if (!pause.isZero()) {
                    return pause;
                }
                operations.count(operation);
            }
        }
        addresses.count(address);
        return Duration.ZERO;
    }
}
