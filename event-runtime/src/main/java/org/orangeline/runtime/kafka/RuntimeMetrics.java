package org.orangeline.runtime.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;
import org.orangeline.events.Service;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Violation;

/** What the machine counts. No label ever holds a person, an operation or an officer. */
public final class RuntimeMetrics {

    private final MeterRegistry registry;
    private final Tags tags;
    private final DistributionSummary batchSize;
    private final Timer commitTime;
    private final Counter failedCommits;
    private final Counter failedReactions;
    private final Counter replayed;
    private final Counter takeovers;

    public RuntimeMetrics(MeterRegistry registry, Service service) {
        this.registry = registry;
        this.tags = Tags.of("service", service.id());
        this.batchSize =
                DistributionSummary.builder("orangeline.commit.commands")
                        .description("commands of a transaction")
                        .tags(tags)
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        this.commitTime =
                Timer.builder("orangeline.commit.time")
                        .description("from the first send to the commit")
                        .tags(tags)
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        this.failedCommits = registry.counter("orangeline.commit.failed", tags);
        this.failedReactions = registry.counter("orangeline.reactions.failed", tags);
        this.replayed = registry.counter("orangeline.events.folded", tags);
        this.takeovers = registry.counter("orangeline.takeovers", tags);
    }

    void commit(int commands, Runnable commit) {
        batchSize.record(commands);
        commitTime.record(commit);
    }

    void failedReaction() {
        failedReactions.increment();
    }

    void failedCommit() {
        failedCommits.increment();
    }

    void replayed(int events) {
        replayed.increment(events);
    }

    void takeover() {
        takeovers.increment();
    }

    /** Counts an answer, and each rule that refused. */
    void answered(String command, Outcome outcome) {
        registry.counter(
                        "orangeline.commands",
                        tags.and("command", command, "outcome", name(outcome)))
                .increment();
        if (outcome instanceof Outcome.Refused refused) {
            for (Violation violation : refused.refusal().violations()) {
                registry.counter("orangeline.refusals", tags.and("rule", violation.rule()))
                        .increment();
            }
        }
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.repeated() ? "repeated" : "recorded";
            case Outcome.Refused unused -> "refused";
            case Outcome.OtherContent unused -> "other-content";
            case Outcome.Unavailable unused -> "unavailable";
            case Outcome.Failed unused -> "failed";
        };
    }

    /**
     * @param of what is measured; held weakly, so the caller has to keep it
     */
    <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
        registry.gauge("orangeline." + name, tags, of, value);
    }

    <T> void gauge(String name, int partition, T of, ToDoubleFunction<T> value) {
        registry.gauge(
                "orangeline." + name,
                tags.and("partition", Integer.toString(partition)),
                of,
                value);
    }
}
