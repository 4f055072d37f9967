package org.orangeline.runtime;

import java.util.Map;

/**
 * A committed moment of one partition.
 *
 * @param partition which partition
 * @param own what the service's own events say
 * @param known what it learned from others
 * @param sequence the last own event in it
 * @param knownThrough the last learned sequence by service id, sorted
 */
public record View<O, K>(
        int partition, O own, K known, long sequence, Map<String, Long> knownThrough) {

    /**
     * The position as text, for example {@code 0@17;intake-service:40}. It counts what everybody
     * may know of, so that nobody learns of a hidden event by comparing two positions.
     */
    public String position() {
        long hidden = hidden(own).values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> unknown = hidden(known);
        StringBuilder text =
                new StringBuilder().append(partition).append('@').append(sequence - hidden);
        knownThrough.forEach((id, last) ->
                text.append(';')
                        .append(id)
                        .append(':')
                        .append(last - unknown.getOrDefault(id, 0L)));
        return text.toString();
    }

    private static Map<String, Long> hidden(Object state) {
        return state instanceof HidesEvents hides ? hides.hiddenEvents() : Map.of();
    }
}
