package org.orangeline.kit.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one tablet's items came to; the same lines in any order make the same ledger. */
final class DeviceLedger {

    /** A tablet's clock that is further off is flagged. */
    static final Duration CLOCK_OFF = Duration.ofHours(24);

    private static final int MOST_GAPS = 100;

    private final Map<UUID, ContentMark> contents = new HashMap<>();
    private final Set<UUID> stored = new HashSet<>();
    private final TreeMap<Long, UUID> beyond = new TreeMap<>();
    private final Map<Long, UUID> sequences = new HashMap<>();
    private long contiguous;
    private @Nullable DeviceClock clock;

    synchronized void add(ItemTaken taken) {
        if (taken.content() != null) {
            contents.putIfAbsent(taken.itemId(), taken.content());
        }
        if (taken.outcome() == ItemOutcome.Outcome.DURABLE) {
            stored.add(taken.itemId());
        }
        UUID there = sequences.putIfAbsent(taken.deviceSequence(), taken.itemId());
        if (ItemTaken.NO_ITEM.equals(there)) {
            sequences.put(taken.deviceSequence(), taken.itemId());
        }
        if (there == null && taken.deviceSequence() > contiguous) {
            beyond.put(taken.deviceSequence(), taken.itemId());
            while (beyond.containsKey(contiguous + 1)) {
                beyond.remove(++contiguous);
            }
        }
        Instant told = taken.deviceTime();
        String sent = taken.deviceTimeAsSent();
        if (told != null || sent != null) {
            clock = DeviceClock.of(told == null ? null : Duration.between(taken.at(), told), sent);
        }
    }

    /** What is kept of an item that was decided. */
    synchronized Optional<ContentMark> content(UUID itemId) {
        return Optional.ofNullable(contents.get(itemId));
    }

    /** Why an item cannot be what it says; empty when it can. */
    synchronized Optional<String> conflict(UUID itemId, long sequence) {
        UUID there = sequences.get(sequence);
        return there != null && !there.equals(itemId) && !there.equals(ItemTaken.NO_ITEM)
                ? Optional.of("Another item of this tablet came with this deviceSequence.")
                : Optional.empty();
    }

    /** Whether it was decided, and is in the log. */
    synchronized boolean isStored(UUID itemId) {
        return stored.contains(itemId);
    }

    synchronized Optional<DeviceClock> clock() {
        return Optional.ofNullable(clock);
    }

    /** Whether an item came with this sequence. */
    synchronized boolean isKnown(long sequence) {
        return sequences.containsKey(sequence);
    }

    synchronized Cursor cursor(String deviceId, long held) {
        List<Cursor.Gap> gaps = new ArrayList<>();
        long next = contiguous + 1;
        for (long sequence : beyond.keySet()) {
            if (sequence > next && gaps.size() < MOST_GAPS) {
                gaps.add(new Cursor.Gap(next, sequence - 1));
            }
            next = sequence + 1;
        }
        return new Cursor(
                deviceId,
                contiguous,
                beyond.isEmpty() ? contiguous : beyond.lastKey(),
                gaps,
                sequences.size(),
                held,
                clock == null ? null : clock.offSeconds(),
                clock != null && clock.flagged(),
                clock == null ? null : clock.calendar());
    }
}
