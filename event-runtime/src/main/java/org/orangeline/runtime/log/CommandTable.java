package org.orangeline.runtime.log;

import java.util.UUID;

/**
 * Command id to first sequence: open addressing over 128-bit ids, 24 bytes a slot, since every
 * command is remembered without a time limit.
 */
final class CommandTable {

    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private long[] sequence = new long[1024];
    private int size;

    /** The sequence, or 0. */
    long get(UUID id) {
        return sequence[slot(id, high, low, sequence)];
    }

    void putIfAbsent(UUID id, long first) {
        if (size * 2 >= sequence.length) {
            grow();
        }
        int slot = slot(id, high, low, sequence);
        if (sequence[slot] == 0) {
            high[slot] = id.getMostSignificantBits();
            low[slot] = id.getLeastSignificantBits();
            sequence[slot] = first;
            size++;
        }
    }

    private void grow() {
        int wider = sequence.length * 2;
        long[] newHigh = new long[wider];
        long[] newLow = new long[wider];
        long[] newSequence = new long[wider];
        for (int i = 0; i < sequence.length; i++) {
            if (sequence[i] != 0) {
                int slot = slot(new UUID(high[i], low[i]), newHigh, newLow, newSequence);
                newHigh[slot] = high[i];
                newLow[slot] = low[i];
                newSequence[slot] = sequence[i];
            }
        }
        high = newHigh;
        low = newLow;
        sequence = newSequence;
    }

    private static int slot(UUID id, long[] high, long[] low, long[] sequence) {
        long most = id.getMostSignificantBits();
        long least = id.getLeastSignificantBits();
        long mixed = (most ^ (least * 0x9E3779B97F4A7C15L)) * 0xBF58476D1CE4E5B9L;
        int slot = (int) (mixed >>> 33) & (sequence.length - 1);
        while (sequence[slot] != 0 && (high[slot] != most || low[slot] != least)) {
            slot = (slot + 1) & (sequence.length - 1);
        }
        return slot;
    }
}
