package org.orangeline.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.PartitionStatus;

/** How far the rebuild of the view has come. */
@ApplicationScoped
public class RebuildProgress {

    private final Engine<?, ?, ?, ?> engine;
    private final long startedAt = System.nanoTime();

    RebuildProgress(Engine<?, ?, ?, ?> engine) {
        this.engine = engine;
    }

    public Reading read() {
        long folded = 0;
        long target = 0;
        boolean known = true;
        for (PartitionStatus status : engine.status()) {
            folded += status.sequence();
            folded += status.learned().values().stream().mapToLong(Long::longValue).sum();
            known &= status.target() >= 0;
            target += Math.max(0, status.target());
            target += status.learnTargets().values().stream().mapToLong(Long::longValue).sum();
        }
        double seconds = Math.max(0.001, (System.nanoTime() - startedAt) / 1e9);
        long percent = !known ? 0 : target == 0 ? 100 : Math.min(100, folded * 100 / target);
        return new Reading(folded, target, percent, Math.round(folded / seconds));
    }

    /**
     * @param folded events folded so far, own and learned
     * @param target events that were in the log at the start
     * @param percent of the target; 0 while it is unknown
     * @param perSecond mean rate since the start
     */
    public record Reading(long folded, long target, long percent, long perSecond) {}
}
