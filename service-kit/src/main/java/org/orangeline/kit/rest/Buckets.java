package org.orangeline.kit.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * How often something may happen for each name: so many times at once, and then once each while.
 * Takes the same memory whatever names come: a name has one of a fixed number of buckets, which
 * others may share.
 */
public final class Buckets {

    private static final int SIZE = 65_536;
    private static final int SALT_BYTES = 16;

    /** Nobody finds names that share a bucket with somebody else's. */
    private final byte[] salt = new byte[SALT_BYTES];

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
        new SecureRandom().nextBytes(salt);
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
            return ((hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | hash[2] & 0xff) & SIZE - 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
