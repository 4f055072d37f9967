package org.orangeline.launcher.verify;

import java.util.ArrayList;
import java.util.List;

/** What a check found. */
public final class Findings {
    private static final int SHOWN = 50;

    private final List<String> first = new ArrayList<>();
    private long faults;
    private long events;

    /**
     * Notes a fault.
     *
     * @param where the place in the log, or the call that answered differently
     * @param what what is wrong there; never what a sealed or personal value says
     */
    public void fault(String where, String what) {
        faults++;
        if (first.size() < SHOWN) {
            first.add(where + ": " + what);
        }
    }

    /** Counts an event that was looked at. */
    public void event() {
        events++;
    }

    /** Events looked at. */
    public long events() {
        return events;
    }

    /** How many faults there are. */
    public long faults() {
        return faults;
    }

    /** The first faults, a line each. */
    public List<String> shown() {
        return List.copyOf(first);
    }
}
