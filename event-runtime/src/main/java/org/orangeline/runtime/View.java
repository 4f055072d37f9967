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

    /** The position as text, for example {@code 0@17;intake-service:40}. */
    public String position() {
        StringBuilder text = new StringBuilder().append(partition).append('@').append(sequence);
        knownThrough.forEach((id, last) -> text.append(';').append(id).append(':').append(last));
        return text.toString();
    }
}
