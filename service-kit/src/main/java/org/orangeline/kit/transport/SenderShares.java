package org.orangeline.kit.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many connections each sender has open. Without a share of its own one sender could hold all
 * connections that a service takes, by opening them and sending a byte now and then.
 */
final class SenderShares {

    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /**
     * @param most connections of one sender; 0 for any number
     */
    SenderShares(int most) {
        this.most = most;
    }

    /**
     * Counts a connection.
     *
     * @return false when the sender has as many as it may; then nothing is counted
     */
    boolean enter(String sender) {
        if (most == 0) {
            return true;
        }
        boolean[] entered = {false};
        open.compute(
                sender,
                (same, count) -> {
                    int before = count == null ? 0 : count;
                    entered[0] = before < most;
                    return entered[0] ? Integer.valueOf(before + 1) : count;
                });
        return entered[0];
    }

    /** One of the sender's connections has ended. */
    void leave(String sender) {
        open.computeIfPresent(sender, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Senders that have one open. */
    int senders() {
        return open.size();
    }
}
