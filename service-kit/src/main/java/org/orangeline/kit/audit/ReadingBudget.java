package org.orangeline.kit.audit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.orangeline.kit.wiring.KitConfig;

/**
 * How many different persons an officer reads of in an hour, on this instance. More than the budget
 * is refused to nobody, since it may be a busy day: it raises an alarm, once an hour and officer,
 * in the log, in the metrics and in the audit itself.
 */
@ApplicationScoped
public class ReadingBudget {

    private static final Logger LOG = Logger.getLogger("org.orangeline.audit");

    private final int budget;
    private final MeterRegistry metrics;
    private final Map<String, Hour> hours = new ConcurrentHashMap<>();

    ReadingBudget(KitConfig config, MeterRegistry metrics) {
        this.budget = config.readingBudget();
        this.metrics = metrics;
    }

    /** Counts, and says whether the officer is over the budget of this hour. */
    boolean spend(String actor, Collection<String> persons, Instant now) {
        Instant begin = now.truncatedTo(ChronoUnit.HOURS);
        Hour hour =
                hours.compute(
                        actor,
                        (_, last) ->
                                last == null || last.begin.isBefore(begin)
                                        ? new Hour(begin)
                                        : last);
        int before;
        int after;
        synchronized (hour) {
            before = hour.persons.size();
            // Beyond the budget it only matters that it is spent.
            for (var more = persons.iterator(); more.hasNext() && hour.persons.size() <= budget; ) {
                hour.persons.add(more.next());
            }
            after = hour.persons.size();
        }
        if (before <= budget && after > budget) {
            metrics.counter("orangeline.reading.alarms").increment();
            LOG.warnf(
                    "%s has read of more than %d persons in the hour that began at %s",
                    actor, budget, begin);
        }
        return after > budget;
    }

    private static final class Hour {

        private final Instant begin;
        private final Set<String> persons = new HashSet<>();

        Hour(Instant begin) {
            this.begin = begin;
        }
    }
}
