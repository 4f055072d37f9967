package org.orangeline.runtime.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What one transaction wrote, in a record of {@code <service>.order}: in which topic each of its
 * events lies. Readers wait for this one topic, and fetch from the others only what it names. It is
 * a notice, not the truth: a reader that misses one finds the events when it next looks at the
 * ends.
 *
 * @param from the sequence of the first event
 * @param runs one after the other
 */
public record WrittenOrder(long from, List<Run> runs) {

    public WrittenOrder {
        runs = List.copyOf(runs);
    }

    /** The order of events that follow each other; there is at least one. */
    public static WrittenOrder of(List<LogRecord> events) {
        List<Run> runs = new ArrayList<>();
        for (LogRecord event : events) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && last.topic.equals(event.topic())) {
                runs.set(runs.size() - 1, new Run(last.topic, last.count + 1));
            } else {
                runs.add(new Run(event.topic(), 1));
            }
        }
        return new WrittenOrder(events.getFirst().sequence(), runs);
    }

    /** The sequence of the last event. */
    public long through() {
        return from + runs.stream().mapToInt(Run::count).sum() - 1;
    }

    /** As it stands in the log: {@code 17 PersonArrived*2 FamilyLinked*1}. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder().append(from);
        runs.forEach(run -> text.append(' ').append(run.topic).append('*').append(run.count));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException when it is malformed
     */
    public static WrittenOrder parse(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", -1);
        List<Run> runs = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int star = parts[i].indexOf('*');
            if (star < 1) {
                throw new IllegalArgumentException("an order is malformed");
            }
            runs.add(
                    new Run(
                            parts[i].substring(0, star),
                            Integer.parseInt(parts[i].substring(star + 1))));
        }
        return new WrittenOrder(Long.parseLong(parts[0]), runs);
    }

    /** Events that follow each other in one topic. */
    public record Run(String topic, int count) {

        public Run {
            if (count < 1) {
                throw new IllegalArgumentException("an order is malformed");
            }
        }
    }
}
