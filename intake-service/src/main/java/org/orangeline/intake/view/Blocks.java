package org.orangeline.intake.view;

import java.util.Arrays;

/**
 * Which persons share a key, a hash of what they have in common: a hash table with a chain of
 * persons for each key, in arrays of numbers, some 20 bytes for each entry. Two keys of one hash
 * share a chain; who asks compares the persons anyway.
 */
final class Blocks {

    private static final int FIRST = 1 << 10;

    /** Of each entry, side by side so that one step touches one place in memory. */
    private static final int WIDTH = 3;

    /** Heads for each long of bits, which is eight bits for a head. */
    private static final int LONG_FOR = Long.SIZE / 8;

    private static final int NEXT = 0;
    private static final int HASH = 1;
    private static final int PERSON = 2;

    /** One more than the last entry of a chain; 0 when there is none. */
    private int[] heads = new int[FIRST];

    private int[] entries = new int[WIDTH * FIRST];

    /** A bit for each hash that may be here: most questions are about keys that nobody has. */
    private long[] present = new long[FIRST / LONG_FOR];

    private int size;

    void clear() {
        heads = new int[FIRST];
        entries = new int[WIDTH * FIRST];
        present = new long[FIRST / LONG_FOR];
        size = 0;
    }

    void add(long key, int person) {
        if (size * WIDTH == entries.length) {
            entries = Arrays.copyOf(entries, WIDTH * (size + size / 2));
        }
        if (size == heads.length) {
            spread(2 * heads.length);
        }
        entries[size * WIDTH + HASH] = hash(key);
        entries[size * WIDTH + PERSON] = person;
        link(size++);
    }

    private void spread(int length) {
        heads = new int[length];
        present = new long[length / LONG_FOR];
        for (int entry = 0; entry < size; entry++) {
            link(entry);
        }
    }

    private void link(int entry) {
        int hash = entries[entry * WIDTH + HASH];
        present[word(hash)] |= 1L << (hash >>> 26);
        int bucket = hash & (heads.length - 1);
        entries[entry * WIDTH + NEXT] = heads[bucket];
        heads[bucket] = entry + 1;
    }

    /** An entry of the key, the latest first; -1 when there is none. */
    int first(long key) {
        int hash = hash(key);
        if ((present[word(hash)] >>> (hash >>> 26) & 1) == 0) {
            return -1;
        }
        return matching(heads[hash & (heads.length - 1)], hash);
    }

    private int word(int hash) {
        return hash & (present.length - 1);
    }

    /** The entry of the same key before this one, or -1. */
    int next(int entry) {
        return matching(entries[entry * WIDTH + NEXT], entries[entry * WIDTH + HASH]);
    }

    private int matching(int from, int hash) {
        int at = from;
        while (at != 0 && entries[(at - 1) * WIDTH + HASH] != hash) {
            at = entries[(at - 1) * WIDTH + NEXT];
        }
        return at - 1;
    }

    int person(int entry) {
        return entries[entry * WIDTH + PERSON];
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (int) (mixed ^ (mixed >>> 32));
    }
}
