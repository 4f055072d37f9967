package org.orangeline.kit.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How often something may happen for each name: so many times at once, and then once each while.
 * Takes the same memory whatever names come: a name has one of a fixed number of buckets, which
 * others may share.
 */
public final class Buckets {

    private static final int SIZE = 4_096;

    private final int seed = RandomGenerator.getDefault().nextInt();
    private final double[] spent = new double[SIZE];
    private final long[] since = new long[SIZE];
    private final InstantSource clock;
    private final int atOnce;
    private final double eachMillis;

    /**
     * @param atOnce how often it may happen without a pause
     * @param each after how long once more
     */
    public Buckets(int atOnce, Duration each, InstantSource clock) {
        this.atOnce = atOnce;
        this.eachMillis = each.toNanos() / 1_000_000.0;
        this.clock = clock;
        Arrays.fill(since, clock.millis());
    }

    /**
     * How long to wait until it may happen again.
     *
     * @return zero when it may happen now
     */
    public synchronized Duration pause(String name) {
        int bucket = bucket(name);
        drain(bucket);
        double over = spent[bucket] + 1 - atOnce;
        return over <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(over * eachMillis));
    }

    /** It has happened. */
    public synchronized void count(String name) {
        int bucket = bucket(name);
        drain(bucket);
        spent[bucket] = Math.min(atOnce, spent[bucket] + 1);
    }

    private void drain(int bucket) {
        long now = clock.millis();
        double drained = Math.max(0, now - since[bucket]) / eachMillis;
        spent[bucket] = Math.max(0, spent[bucket] - drained);
        since[bucket] = now;
    }

    private int bucket(String name) {
        int mixed = (name.hashCode() ^ seed) * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & SIZE - 1;
    }
}
