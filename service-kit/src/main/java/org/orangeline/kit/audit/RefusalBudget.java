package org.orangeline.kit.audit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.orangeline.kit.wiring.KitConfig;

/**
 * How often an agency's program is refused in an hour, on this instance. One refusal is a mistake,
 * a series of them is somebody who probes: beyond the budget there is an alarm, once an hour and
 * program, in the log, in the metrics and in the audit itself.
 */
@ApplicationScoped
public class RefusalBudget {

    private static final Logger LOG = Logger.getLogger("org.orangeline.audit");
    private static final String ALARMS = "orangeline.identity.refusal.alarms";

    private final int budget;
    private final MeterRegistry metrics;
    private final Map<String, Hour> hours = new ConcurrentHashMap<>();

    RefusalBudget(KitConfig config, MeterRegistry metrics) {
        this.budget = config.refusalBudget();
        this.metrics = metrics;
        metrics.counter(ALARMS);
    }

    /**
     * Counts, and says whether the program is over the budget of this hour.
     *
     * @param why one of the codes of refusals
     */
    boolean spend(String actor, String why, Instant now) {
        metrics.counter("orangeline.identity.refusals", "why", why).increment();
        Instant begin = now.truncatedTo(ChronoUnit.HOURS);
        Hour hour =
                hours.merge(
                        actor,
                        new Hour(begin, 1),
                        (last, first) ->
                                last.begin.isBefore(begin)
                                        ? first
                                        : new Hour(last.begin, last.count + 1));
        if (hour.count == budget + 1) {
            metrics.counter(ALARMS).increment();
            LOG.warnf(
                    "%s was refused to know who somebody is more than %d times in the hour that"
                            + " began at %s",
                    actor, budget, hour.begin);
        }
        return hour.count > budget;
    }

    private record Hour(Instant begin, int count) {}
}
