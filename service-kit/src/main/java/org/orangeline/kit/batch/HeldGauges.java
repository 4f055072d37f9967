package org.orangeline.kit.batch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Predicate;

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
        registry.gauge("orangeline.held.items", this, of -> of.count(HeldItem::isOpen));
        registry.gauge("orangeline.held.overdue", this, of -> of.count(items::isOverdue));
        registry.gauge(
                "orangeline.held.refused",
                this,
                of -> of.count(held -> held.state() == HeldItem.State.REFUSED));
        registry.gauge(
                "orangeline.held.quarantined",
                this,
                of -> of.count(held -> held.state() == HeldItem.State.QUARANTINED));
    }

    double count(Predicate<HeldItem> what) {
        return log.operations().stream()
                .mapToLong(operation -> log.in(operation).stream().filter(what).count())
                .sum();
    }
}
