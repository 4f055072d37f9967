package org.orangeline.system;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.orangeline.localkafka.PortInUseException;
import org.orangeline.localkafka.Ports;

/** A range of ports for a stack that wants them in a row. */
final class FreePorts {

    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 30_000;
    private static final int MANAGEMENT = 1_000;
    private static final int BROKER = 13;

    private FreePorts() {}

    /** Empty when one of those that were tried is in use. */
    static Optional<Integer> base() {
        int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        boolean free =
                IntStream.concat(
                                IntStream.rangeClosed(base, base + BROKER),
                                IntStream.rangeClosed(base + MANAGEMENT, base + MANAGEMENT + 4))
                        .allMatch(FreePorts::isFree);
        return free ? Optional.of(base) : Optional.empty();
    }

    private static boolean isFree(int port) {
        try {
            Ports.requireFree(port, "a test");
            return true;
        } catch (PortInUseException e) {
            return false;
        }
    }
}
