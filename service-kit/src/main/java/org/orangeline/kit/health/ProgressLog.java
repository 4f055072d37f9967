package org.orangeline.kit.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.orangeline.runtime.kafka.Engine;

/** Logs the rebuild of the view until it is done. */
@ApplicationScoped
public class ProgressLog {

    private static final Logger LOG = Logger.getLogger("org.orangeline.rebuild");
    private static final int EVERY_SECONDS = 2;

    private final Engine<?, ?, ?, ?> engine;
    private final RebuildProgress progress;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("progress").factory());

    ProgressLog(Engine<?, ?, ?, ?> engine, RebuildProgress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    void start(@Observes StartupEvent started) {
        timer.scheduleWithFixedDelay(this::log, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        timer.shutdownNow();
    }

    private void log() {
        RebuildProgress.Reading reading = progress.read();
        boolean done = engine.problems().isEmpty();
        LOG.infof(
                "view %s: %d of %d events, %d%%, %d a second",
                done ? "ready" : "rebuilding",
                reading.folded(),
                reading.target(),
                reading.percent(),
                reading.perSecond());
        if (done) {
            timer.shutdown();
        }
    }
}
