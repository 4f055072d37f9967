package org.orangeline.kit.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.orangeline.kit.batch.HeldItem.State;

/** How much is held, as this instance sees it. */
@ApplicationScoped
public class HeldGauges {

    private final HeldLog log;
    private final HeldItems items;
    private final MeterRegistry registry;

    HeldGauges(HeldLog log, HeldItems items, MeterRegistry registry) {
        this.log = log;
        this.items = items;
        this.registry = registry;
    }

    void start(@Observes StartupEvent unused) {
        count("orangeline.held.items", State.WAITING);
        count("orangeline.held.refused", State.REFUSED);
        count("orangeline.held.quarantined", State.QUARANTINED);
        registry.gauge("orangeline.held.overdue", this, HeldGauges::overdue);
    }

    private void count(String name, State state) {
        registry.gauge(name, log, of -> of.count(state));
    }

    private double overdue() {
        return log.operations().stream()
                .mapToLong(operation -> log.in(operation).stream().filter(items::isOverdue).count())
                .sum();
    }
}
