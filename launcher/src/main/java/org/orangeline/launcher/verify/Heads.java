package org.orangeline.launcher.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orangeline.events.Service;
import org.orangeline.launcher.verify.Checkpoint.Head;
import org.orangeline.runtime.log.LogRecord;

/** Where each chain ends now, and whether it goes through where it ended at checkpoints before. */
public final class Heads {
    private final Map<String, Head> last = new TreeMap<>();
    private final Map<String, Map<Long, List<Head>>> before = new HashMap<>();

    /**
     * @param checkpoints that the log is compared with
     */
    public Heads(Collection<Checkpoint> checkpoints) {
        for (Checkpoint checkpoint : checkpoints) {
            for (Head head : checkpoint.heads()) {
                before.computeIfAbsent(head.place(), place -> new HashMap<>())
                        .computeIfAbsent(head.sequence(), sequence -> new ArrayList<>())
                        .add(head);
            }
        }
    }

    /** Compares with nothing. */
    public Heads() {
        this(List.of());
    }

    /** The next event of a partition, in order. */
    void passed(Service service, int partition, LogRecord event, Findings findings) {
        Head head = new Head(service.id(), partition, event.sequence(), event.hash());
        last.put(head.place(), head);
        Map<Long, List<Head>> open = before.getOrDefault(head.place(), Map.of());
        if (open.isEmpty()) {
            return;
        }
        List<Head> then = open.remove(head.sequence());
        if (then != null && !then.stream().allMatch(one -> one.hash().equals(head.hash()))) {
            findings.fault(event.place(), "is another event than at the checkpoint");
        }
    }

    /** The whole log was read: what was not passed is gone. */
    void end(Findings findings) {
        before.forEach((place, open) ->
                open.keySet().stream()
                        .sorted()
                        .forEach(sequence ->
                                findings.fault(
                                        place,
                                        "sequence " + sequence + " of the checkpoint is gone")));
    }

    /** Where the chains ended when they were read. */
    public Checkpoint checkpoint(Instant time) {
        return new Checkpoint(time, List.copyOf(last.values()));
    }
}
