package org.orangeline.launcher.verify;

import java.util.TreeMap;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.View;
import org.orangeline.runtime.log.LogRecord;

/**
 * One partition's state, folded by the service's own functions.
 *
 * @param <O> own state
 * @param <K> known state
 */
final class Fold<O, K> {
    private final Model<?, O, K, ?> model;
    private final Findings findings;
    private O own;
    private K known;
    private long sequence;

    Fold(Model<?, O, K, ?> model, Findings findings) {
        this.model = model;
        this.findings = findings;
        this.own = model.emptyOwn();
        this.known = model.emptyKnown();
    }

    void evolve(LogRecord event) {
        findings.event();
        own = model.evolve(own, event.decode());
        sequence = event.sequence();
    }

    void learn(LogRecord event) {
        findings.event();
        try {
            known = model.learn(known, event.decode());
        } catch (RuntimeException unreadable) {
            // It is in quarantine at the service, and changed nothing there. Whether the log is
            // readable is another check's question.
            return;
        }
    }

    View<O, K> view(int partition) {
        return new View<>(partition, own, known, sequence, new TreeMap<>());
    }
}
