package org.orangeline.launcher.demo;

import java.util.ArrayList;
import java.util.List;

/** What did not check out. Without any, the demo succeeds. */
final class Faults {
    private static final int SHOWN = 20;
    private final List<String> first = new ArrayList<>();
    private long count;

    synchronized void add(String fault) {
        count++;
        if (first.size() < SHOWN) {
            first.add(fault);
        }
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            add(otherwise);
        }
    }

    synchronized long count() {
        return count;
    }

    /** The first ones, a line each. */
    synchronized List<String> shown() {
        return List.copyOf(first);
    }
}
