package org.orangeline.runtime.log;

import java.util.Arrays;

/** Longs without boxes; a million people have thirty events each. */
final class LongList {

    private long[] values = new long[2];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + Math.max(2, size >> 1));
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
