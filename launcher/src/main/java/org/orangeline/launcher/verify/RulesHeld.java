package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.runtime.log.SequencedLog;

/**
 * Replays the log as screening-service and placement-service learned and wrote it, and lists every
 * moment in which a rule did not hold: who was questioned, who signed, what was overdue, and who
 * ended it. A moment that the register should have prevented or noticed, or a decision against S3
 * or S6, is a fault. Of intake-service it reads what the events themselves tell.
 */
final class RulesHeld implements Check {
    /** A partition of a million people's events, with much to spare. */
    private static final Duration READ = Duration.ofHours(6);

    private final Terminal terminal;
    private final boolean listed;
    private final ServiceAnswers answers = new ServiceAnswers();
    private final Map<String, Integer> counts = new TreeMap<>();

    /**
     * @param listed whether each moment is a line; else they are counted
     */
    RulesHeld(Terminal terminal, boolean listed) {
        this.terminal = terminal;
        this.listed = listed;
    }

    @Override
    public String name() {
        return "each moment in which a rule did not hold is accounted for";
    }

    @Override
    public void run(Target target, Findings findings) {
        var log = new SequencedLog(target.log(), READ);
        answers.all(Service.INTAKE, target, findings)
                .forEach((partition, answer) -> told(log, partition, answer, findings));
        replayed(Replay::ofScreening, Service.SCREENING, log, target, findings);
        replayed(Replay::ofPlacement, Service.PLACEMENT, log, target, findings);
        counts.forEach((kind, count) -> terminal.line("  rules: %,d x %s".formatted(count, kind)));
    }

    private void told(SequencedLog log, int partition, JsonNode answer, Findings findings) {
        var told = new ToldMoments(this::tell, findings);
        long end = answer.path("sequence").asLong();
        new PartitionReader(log, Service.INTAKE, partition, end).through(end, told::take);
    }

    private void replayed(
            Supplier<Replay> replay,
            Service service,
            SequencedLog log,
            Target target,
            Findings findings) {
        answers.all(service, target, findings)
                .forEach((partition, answer) -> {
                    var told = new ToldMoments(this::tell, findings);
                    replay.get()
                            .read(
                                    log,
                                    partition,
                                    answer,
                                    record -> {
                                        findings.event();
                                        told.take(record);
                                    })
                            .forEach(moment -> take(moment, findings));
                });
    }

    private void take(Moment moment, Findings findings) {
        if (moment.unnoticed()) {
            findings.fault(
                    moment.rule() + " " + moment.where(),
                    "did not hold " + moment.told() + ", and nothing prevented or noticed it");
        } else {
            tell(
                    moment.kind(),
                    "%s: %s, %s".formatted(moment.kind(), moment.where(), moment.told()));
        }
    }

    private void tell(String kind, String line) {
        counts.merge(kind, 1, Integer::sum);
        if (listed) {
            terminal.line("  " + line);
        }
    }
}
