package org.orangeline.kit.batch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.orangeline.runtime.kafka.PartitionStatus;
import org.orangeline.runtime.kafka.Role;

/**
 * Who comes to lead a partition acts on what is held there only when it knows all that the one
 * before it wrote: an item that a human discarded in its last moment is not to be decided.
 */
final class Tenures {

    private final Map<Integer, Long> readIn = new ConcurrentHashMap<>();

    /**
     * @param readToTheEnd reads what is there now, and tells whether it came to its end
     */
    boolean mayAct(PartitionStatus partition, BooleanSupplier readToTheEnd) {
        if (partition.role() != Role.LEADING) {
            return false;
        }
        Long read = readIn.get(partition.partition());
        if (read != null && read == partition.tenure()) {
            return true;
        }
        if (!readToTheEnd.getAsBoolean()) {
            return false;
        }
        readIn.put(partition.partition(), partition.tenure());
        return true;
    }
}
