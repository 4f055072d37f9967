package org.orangeline.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.PartitionStatus;

/** Ready when the topics are sound and the view has reached what was in the log at the start. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    private final Engine<?, ?, ?, ?> engine;
    private final RebuildProgress progress;

    Readiness(Engine<?, ?, ?, ?> engine, RebuildProgress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> problems = engine.problems();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("event log and view").status(problems.isEmpty());
        for (int i = 0; i < problems.size(); i++) {
            response.withData("reason " + (i + 1), problems.get(i));
        }
        RebuildProgress.Reading reading = progress.read();
        response.withData("events folded", reading.folded());
        response.withData("events in the log at start", reading.target());
        response.withData("percent", reading.percent());
        response.withData("events per second", reading.perSecond());
        for (PartitionStatus status : engine.status()) {
            String text = status.role() + " at " + status.sequence() + " knows " + status.learned();
            response.withData(
                    "partition " + status.partition(),
                    status.quarantined() == 0
                            ? text
                            : text + ", subjects in quarantine: " + status.quarantined());
        }
        return response.build();
    }
}
