package org.orangeline.kit.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In which stretches of the topic of reads a person is named, or a kind of line stands; never what
 * a line says. A stretch is some lines that follow each other. When there are more entries than
 * {@link #MOST}, stretches become twice as long, and what then is in the same one is one entry: the
 * memory is bounded, however old the topic is, and a look reads more lines instead.
 *
 * <p>16 MB of entries at most, and 200 bytes for each person who was ever read of.
 */
final class ReadIndex {

    /** Entries of all persons together. */
    static final int MOST = 4_000_000;

    /** Lines of a stretch at first, as a power of two. */
    static final int SHIFT = 5;

    private static final int LARGEST_SHIFT = 40;

    private final int most;
    private final Map<Key, Entries> places = new HashMap<>();
    private final Map<Integer, Long> taken = new HashMap<>();
    private int shift = SHIFT;
    private int entries;

    ReadIndex(int most) {
        this.most = most;
    }

    /** A line, once; a reader that begins again hands it on a second time. */
    synchronized void take(int partition, long offset, PersonsRead read) {
        if (offset <= taken.getOrDefault(partition, -1L)) {
            return;
        }
        taken.put(partition, offset);
        for (String person : read.persons()) {
            UUID id = Kind.person(person);
            if (id != null) {
                add(new Key(read.operation(), id), offset);
            }
        }
        if (read.refused() != null) {
            add(new Key(read.operation(), Kind.REFUSAL), offset);
        }
        if (read.beginsExport()) {
            add(new Key(read.operation(), Kind.EXPORT), offset);
        }
    }

    /**
     * @param subject a person's id or a {@link Kind}
     */
    synchronized Places of(String operation, Object subject) {
        Entries found = places.get(new Key(operation, subject));
        return found == null ? new Places(0, List.of()) : found.places(shift);
    }

    synchronized int entries() {
        return entries;
    }

    private void add(Key key, long offset) {
        entries +=
                places.computeIfAbsent(key, unused -> new Entries()).add((int) (offset >>> shift));
        while (entries > most && shift < LARGEST_SHIFT) {
            shift++;
            entries = places.values().stream().mapToInt(Entries::halve).sum();
        }
    }

    /** What lines are found by besides persons. */
    enum Kind {
        EXPORT,
        REFUSAL;

        /** Earlier versions wrote ids as the caller had spelt them. */
        static @Nullable UUID person(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    /**
     * @param lines how many
     * @param stretches where to look for them, in order
     */
    record Places(int lines, List<Stretch> stretches) {}

    /** From an offset to another, which is not in it. */
    record Stretch(long from, long to) {}

    private record Key(String operation, Object subject) {}

    private static final class Entries {

        private int lines;
        private int count;
        private int[] stretches = new int[2];

        /** How many entries more there are. */
        int add(int stretch) {
            lines++;
            if (count > 0 && stretches[count - 1] == stretch) {
                return 0;
            }
            if (count == stretches.length) {
                stretches = Arrays.copyOf(stretches, count * 2);
            }
            stretches[count++] = stretch;
            return 1;
        }

        /** How many are left of stretches that are twice as long. */
        int halve() {
            int kept = 0;
            for (int i = 0; i < count; i++) {
                int half = stretches[i] >>> 1;
                if (kept == 0 || stretches[kept - 1] != half) {
                    stretches[kept++] = half;
                }
            }
            count = kept;
            if (stretches.length > 2 * count + 2) {
                stretches = Arrays.copyOf(stretches, count + 1);
            }
            return count;
        }

        Places places(int shift) {
            List<Stretch> found = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                long from = (long) stretches[i] << shift;
                found.add(new Stretch(from, from + (1L << shift)));
            }
            return new Places(lines, found);
        }
    }
}
