package org.orangeline.launcher.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.placement.PlacementModel;
import org.orangeline.placement.questions.RuleHistory;
import org.orangeline.placement.questions.RuleMoment;
import org.orangeline.runtime.KnownThrough;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequencedLog;

/**
 * Replays the log as placement-service learned and wrote it, and lists every moment in which a rule
 * did not hold: who was questioned, who signed, what was overdue, and who ended it. A moment of
 * which the register says nothing, or a decision against S3 or S6, is a fault.
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
        for (Service service : new Service[] {Service.INTAKE, Service.SCREENING}) {
            answers.all(service, target, findings)
                    .forEach((partition, answer) -> {
                        var told = new ToldMoments(this::tell, findings);
                        long end = answer.path("sequence").asLong();
                        new PartitionReader(log, service, partition, end).through(end, told::take);
                    });
        }
        answers.all(Service.PLACEMENT, target, findings)
                .forEach((partition, answer) -> placement(log, partition, answer, findings));
        counts.forEach((kind, count) -> terminal.line("  rules: %,d x %s".formatted(count, kind)));
    }

    private void placement(SequencedLog log, int partition, JsonNode answer, Findings findings) {
        var history = new RuleHistory(new PlacementModel());
        Map<Service, PartitionReader> upstream = new EnumMap<>(Service.class);
        for (Service service : new PlacementModel().upstream()) {
            long end = answer.path("knownThrough").path(service.id()).asLong();
            upstream.put(service, new PartitionReader(log, service, partition, end));
        }
        var told = new ToldMoments(this::tell, findings);
        Instant[] last = {Instant.EPOCH};
        long sequence = answer.path("sequence").asLong();
        new PartitionReader(log, Service.PLACEMENT, partition, sequence)
                .through(
                        sequence,
                        record -> {
                            findings.event();
                            Map<String, Long> knew =
                                    KnownThrough.parse(record.envelope().knownThrough());
                            upstream.forEach((service, reader) ->
                                    reader.through(
                                            knew.getOrDefault(service.id(), 0L),
                                            other -> learn(history, other)));
                            told.take(record);
                            history.evolve(record.decode());
                            last[0] = record.envelope().time();
                        });
        // What was learned since the last event of its own counts as well.
        upstream.forEach((_, reader) ->
                reader.through(
                        Long.MAX_VALUE,
                        other -> {
                            learn(history, other);
                            if (other.envelope().time().isAfter(last[0])) {
                                last[0] = other.envelope().time();
                            }
                        }));
        for (RuleMoment moment : history.moments(last[0])) {
            if (moment.how() == RuleMoment.How.UNNOTICED) {
                findings.fault(
                        moment.rule() + " placement " + moment.placementId(),
                        "was broken from %s until %s and nobody was asked"
                                .formatted(
                                        moment.from(),
                                        moment.until() == null ? "now" : moment.until()));
            } else {
                tell(
                        moment.rule()
                                + " "
                                + moment.how().name().toLowerCase(java.util.Locale.ROOT),
                        line(moment));
            }
        }
    }

    private static String line(RuleMoment moment) {
        return "%s %s: person %s, placement %s, from %s until %s%s%s"
                .formatted(
                        moment.rule(),
                        moment.how().name().toLowerCase(java.util.Locale.ROOT),
                        moment.personId(),
                        moment.placementId(),
                        moment.from(),
                        moment.until() == null ? "now" : moment.until(),
                        moment.ending() == null ? "" : " (" + moment.ending() + ")",
                        moment.by().isEmpty() ? "" : " by " + String.join(", ", moment.by()));
    }

    private void tell(String kind, String line) {
        counts.merge(kind, 1, Integer::sum);
        if (listed) {
            terminal.line("  " + line);
        }
    }

    // What a service could not read is in quarantine there, and changed nothing.
    private static void learn(RuleHistory history, LogRecord record) {
        Recorded<DomainEvent> recorded;
        try {
            recorded = record.decode();
        } catch (RuntimeException unreadable) {
            return;
        }
        history.learn(recorded);
    }
}
