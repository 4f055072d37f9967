package org.orangeline.bench.load;

import java.util.Locale;

/**
 * What a load came to.
 *
 * @param latencies of the answers that count
 * @param failed calls without an answer, or with one that is no success
 * @param seconds from the first call to the last answer
 */
public record Measured(Latencies latencies, long failed, double seconds) {
    /** Answers a second. */
    public double perSecond() {
        return latencies.count() / seconds;
    }

    /** One line for the person who watches. */
    public String brief() {
        return String.format(
                Locale.ROOT,
                "%,.0f/s, p50 %.2f ms, p99 %.2f ms%s",
                perSecond(),
                latencies.millis(50),
                latencies.millis(99),
                failed == 0 ? "" : ", " + failed + " failed");
    }
}
