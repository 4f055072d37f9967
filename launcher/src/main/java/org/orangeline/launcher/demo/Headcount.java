package org.orangeline.launcher.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many the officers brought into each facility or ordered there: the service must agree. */
final class Headcount {
    private final Map<String, AtomicInteger> present = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> reserved = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> born = new ConcurrentHashMap<>();

    /** Somebody is inside. */
    void admitted(String facilityId) {
        of(present, facilityId).incrementAndGet();
    }

    /** A place that was ordered and is not used yet. */
    void onTheWay(String facilityId) {
        of(reserved, facilityId).incrementAndGet();
    }

    /** Is inside whatever the capacity: a birth is a fact (P1). */
    void born(String facilityId) {
        admitted(facilityId);
        of(born, facilityId).incrementAndGet();
    }

    void left(String facilityId) {
        of(present, facilityId).decrementAndGet();
    }

    int present(String facilityId) {
        return of(present, facilityId).get();
    }

    int reserved(String facilityId) {
        return of(reserved, facilityId).get();
    }

    /** How many may be inside or on the way: the births come on top of the places. */
    int most(String facilityId, int capacity) {
        return capacity + of(born, facilityId).get();
    }

    private static AtomicInteger of(Map<String, AtomicInteger> counts, String facilityId) {
        return counts.computeIfAbsent(facilityId, any -> new AtomicInteger());
    }
}
