package org.orangeline.intake.view;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A growing list of numbers without boxes: there are millions of them. */
final class Ints {

    private static final int[] NONE = {};

    private int[] values = NONE;
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(2, size + size / 2));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    void forEach(IntConsumer consumer) {
        for (int i = 0; i < size; i++) {
            consumer.accept(values[i]);
        }
    }
}
