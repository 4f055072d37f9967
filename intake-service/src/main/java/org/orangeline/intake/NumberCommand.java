package org.orangeline.intake;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Registration numbers for tablets that are offline. */
public sealed interface NumberCommand extends IntakeCommand {

    /**
     * Gives a tablet numbers of its own; gives {@code NumberBlockLeased}.
     *
     * @param size how many
     * @param lasts how long its arrivals may carry them
     */
    record LeaseNumbers(String operation, String deviceId, int size, Duration lasts)
            implements NumberCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(operation);
        }
    }

    /** A reaction's: the time of a block is over; gives {@code NumberBlockExpired}. */
    record ExpireNumbers(String operation, UUID blockId) implements NumberCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(blockId.toString());
        }
    }
}
