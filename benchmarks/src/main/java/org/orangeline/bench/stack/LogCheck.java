package org.orangeline.bench.stack;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.verify.Target;
import org.orangeline.launcher.verify.Verify;

/** Looks after a run whether the log kept everything, each thing once. */
public final class LogCheck {
    private static final String ARRIVALS = "PersonArrived";

    private LogCheck() {}

    /**
     * @param acknowledged persons whose arrival was acknowledged
     * @throws LostException when the run has no figure
     */
    public static void run(BenchStack stack, Terminal terminal, Collection<String> acknowledged) {
        Target target = stack.target();
        if (!Verify.log(terminal, target.services().keySet()).run(target, terminal)) {
            throw new LostException("the log is not sound");
        }
        Map<String, Integer> inTheLog = new HashMap<>();
        WholeLog.read(
                stack.log(),
                Set.of(ARRIVALS),
                (ConsumerRecord<String, byte[]> event) ->
                        inTheLog.merge(event.key(), 1, Integer::sum));
        compare(inTheLog, acknowledged);
        terminal.line(
                "%,d arrivals were acknowledged, and each is in the log once"
                        .formatted(acknowledged.size()));
    }

    /** What was acknowledged is there once; what was not may be there, and once as well. */
    static void compare(Map<String, Integer> inTheLog, Collection<String> acknowledged) {
        long doubled = inTheLog.values().stream().filter(times -> times > 1).count();
        long lost = acknowledged.stream().filter(id -> !inTheLog.containsKey(id)).count();
        Set<String> different = new HashSet<>(acknowledged);
        long twice = acknowledged.size() - different.size();
        if (doubled + lost + twice > 0) {
            throw new LostException(
                    "%d acknowledged arrivals are lost, %d are in the log twice, %d ids were used twice"
                            .formatted(lost, doubled, twice));
        }
    }
}
