package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Identity;

/**
 * The persons of an operation by number, with their names as numbers of words: some 60 bytes for
 * each person.
 */
final class People {

    private static final int FIRST = 1 << 10;
    private static final int CHUNK = 1 << 14;

    private String[] ids = new String[FIRST];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Confidential<Identity>[] identities = new Confidential[FIRST];

    private int[] starts = new int[FIRST];

    /** One more than a person's number, by the hash of the id; open addressing. */
    private int[] table = new int[2 * FIRST];

    private int size;

    /** Persons whose names were read more than once. */
    private final BitSet changed = new BitSet();

    /** Of each person: how many names, of each how many words and which, the same of the father. */
    private final List<int[]> chunks = new ArrayList<>();

    private int end;

    void clear() {
        ids = new String[FIRST];
        identities = Arrays.copyOf(identities, 0);
        identities = Arrays.copyOf(identities, FIRST);
        starts = new int[FIRST];
        table = new int[2 * FIRST];
        size = 0;
        changed.clear();
        chunks.clear();
        end = 0;
    }

    int size() {
        return size;
    }

    String id(int person) {
        return ids[person];
    }

    Confidential<Identity> identity(int person) {
        return identities[person];
    }

    /** The number of a person, or -1. */
    int find(String id) {
        int at = slot(id);
        return table[at] - 1;
    }

    private int slot(String id) {
        int mask = table.length - 1;
        int at = spread(id.hashCode()) & mask;
        while (table[at] != 0 && !ids[table[at] - 1].equals(id)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /**
     * @param packed the names, see {@link #begin}
     * @return the person's number
     */
    int put(String id, Confidential<Identity> identity, int[] packed) {
        int at = slot(id);
        int person = table[at] - 1;
        if (person < 0) {
            person = size++;
            if (person == ids.length) {
                grow();
                at = slot(id);
            }
            ids[person] = id;
            table[at] = size;
        } else {
            changed.set(person);
        }
        identities[person] = identity;
        starts[person] = store(packed);
        return person;
    }

    private void grow() {
        int length = size + size / 2;
        ids = Arrays.copyOf(ids, length);
        identities = Arrays.copyOf(identities, length);
        starts = Arrays.copyOf(starts, length);
        if (table.length < 2 * length) {
            int[] smaller = table;
            table = new int[2 * smaller.length];
            for (int one : smaller) {
                if (one != 0) {
                    table[slot(ids[one - 1])] = one;
                }
            }
        }
    }

    // One person's words stand in one chunk.
    private int store(int[] packed) {
        if (packed.length > CHUNK) {
            throw new IllegalArgumentException("no identity has so many words");
        }
        if (end % CHUNK + packed.length > CHUNK || end == chunks.size() * CHUNK) {
            end = chunks.size() * CHUNK;
            chunks.add(new int[CHUNK]);
        }
        int start = end;
        System.arraycopy(packed, 0, chunks.getLast(), start % CHUNK, packed.length);
        end += packed.length;
        return start;
    }

    /** Whether the person once had other names. */
    boolean isChanged(int person) {
        return changed.get(person);
    }

    /** The array in which the person's names stand. */
    int[] chunk(int person) {
        return chunks.get(starts[person] / CHUNK);
    }

    /** Where in it they begin: the number of names, then of each its length and words. */
    int begin(int person) {
        return starts[person] % CHUNK;
    }

    /** The number of a person whose names were read from this identity, or -1. */
    int find(String id, @Nullable Confidential<Identity> identity) {
        int person = find(id);
        if (person < 0 || identity == null) {
            return -1;
        }
        Confidential<Identity> read = identities[person];
        return read == identity || read.equals(identity) ? person : -1;
    }
}
