package org.orangeline.runtime.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which events are about a subject: open addressing over 128-bit ids, and for each event a link to
 * the one before it. A million people have thirty events each, so there is no object per subject or
 * event. A subject that is no UUID counts by its SHA-256.
 */
final class SubjectTable {

    private static final int UUID_DIGITS = 36;

    private final Map<String, Integer> operations = new HashMap<>();
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int[] operation = new int[1024];
    private int[] last = new int[1024];
    private int size;

    private int[] before = new int[1024];
    private long[] sequence = new long[1024];
    private int links;

    void add(String inOperation, String subject, long event) {
        if (size * 2 >= last.length) {
            grow();
        }
        UUID id = id(subject);
        int number = operations.computeIfAbsent(inOperation, unused -> operations.size() + 1);
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits(), number);
        if (last[slot] == 0) {
            high[slot] = id.getMostSignificantBits();
            low[slot] = id.getLeastSignificantBits();
            operation[slot] = number;
            size++;
        }
        last[slot] = link(last[slot], event);
    }

    private int link(int previous, long event) {
        if (links + 1 >= sequence.length) {
            sequence = Arrays.copyOf(sequence, sequence.length + (sequence.length >> 1));
            before = Arrays.copyOf(before, sequence.length);
        }
        links++;
        before[links] = previous;
        sequence[links] = event;
        return links;
    }

    /** The sequences of the events about a subject, oldest first. */
    long[] of(String inOperation, String subject) {
        Integer number = operations.get(inOperation);
        if (number == null) {
            return new long[0];
        }
        UUID id = id(subject);
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits(), number);
        int count = 0;
        for (int link = last[slot]; link != 0; link = before[link]) {
            count++;
        }
        long[] found = new long[count];
        for (int link = last[slot]; link != 0; link = before[link]) {
            found[--count] = sequence[link];
        }
        return found;
    }

    /** Whether there is any event about a subject. */
    boolean has(String inOperation, String subject) {
        Integer number = operations.get(inOperation);
        if (number == null) {
            return false;
        }
        UUID id = id(subject);
        return last[slot(id.getMostSignificantBits(), id.getLeastSignificantBits(), number)] != 0;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldOperation = operation;
        int[] oldLast = last;
        int wider = oldLast.length * 2;
        high = new long[wider];
        low = new long[wider];
        operation = new int[wider];
        last = new int[wider];
        for (int i = 0; i < oldLast.length; i++) {
            if (oldLast[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i], oldOperation[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                operation[slot] = oldOperation[i];
                last[slot] = oldLast[i];
            }
        }
    }

    private int slot(long most, long least, int number) {
        long mixed = (most ^ (least * 0x9E3779B97F4A7C15L) ^ number) * 0xBF58476D1CE4E5B9L;
        int slot = (int) (mixed >>> 33) & (last.length - 1);
        while (last[slot] != 0
                && (high[slot] != most || low[slot] != least || operation[slot] != number)) {
            slot = (slot + 1) & (last.length - 1);
        }
        return slot;
    }

    private static UUID id(String subject) {
        if (subject.length() == UUID_DIGITS) {
            try {
                UUID id = UUID.fromString(subject);
                if (id.toString().equals(subject)) {
                    return id;
                }
            } catch (IllegalArgumentException e) {
                // No UUID, though as long as one.
            }
        }
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(subject.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
