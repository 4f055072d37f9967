package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.log.EventIndex;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogReader;
import org.orangeline.runtime.log.LogRecord;

/** Turns verdicts into answers; what was recorded earlier is read back from the log. */
final class Answers implements AutoCloseable {

    /** Events of one command that are looked for at first; most commands have one or two. */
    private static final int FIRST_LOOK = 4;

    private final LogClients clients;
    private final Duration timeout;
    private final ExecutorService reading =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("log-reader").factory());
    private @Nullable LogReader reader;

    Answers(LogClients clients, Duration timeout) {
        this.clients = clients;
        this.timeout = timeout;
    }

    CompletableFuture<Outcome> outcome(
            Verdict verdict,
            int partition,
            EventIndex index,
            Submission<?> submission,
            String contentHash) {
        return switch (verdict) {
            case Verdict.Final last -> CompletableFuture.completedFuture(last.outcome());
            case Verdict.Wrote wrote ->
                    CompletableFuture.completedFuture(new Outcome.Done(wrote.events(), false));
            case Verdict.InLog inLog ->
                    CompletableFuture.supplyAsync(
                            () -> fromLog(inLog, partition, index, submission, contentHash),
                            reading);
        };
    }

    CompletableFuture<List<Recorded<DomainEvent>>> history(
            int partition, List<EventIndex.Position> positions) {
        return CompletableFuture.supplyAsync(
                () ->
                        reader().read(partition, positions).stream()
                                .sorted(Comparator.comparingLong(LogRecord::sequence))
                                .map(LogRecord::decode)
                                .toList(),
                reading);
    }

    private Outcome fromLog(
            Verdict.InLog inLog,
            int partition,
            EventIndex index,
            Submission<?> submission,
            String contentHash) {
        try {
            List<LogRecord> records =
                    commandEvents(inLog.sequence(), partition, index, submission.commandId());
            if (!records.getFirst().envelope().commandHash().equals(contentHash)) {
                return new Outcome.OtherContent();
            }
            List<Recorded<? extends DomainEvent>> events = new ArrayList<>();
            records.forEach(record -> events.add(record.decode()));
            return new Outcome.Done(events, !inLog.settled());
        } catch (KafkaException e) {
            return Outcome.Unavailable.because("the log cannot be read now");
        }
    }

    private List<LogRecord> commandEvents(
            long first, int partition, EventIndex index, String commandId) {
        for (int look = FIRST_LOOK; ; look *= 4) {
            List<EventIndex.Position> positions = new ArrayList<>();
            for (long sequence = first; sequence < first + look; sequence++) {
                EventIndex.Position position = index.at(sequence);
                if (position != null) {
                    positions.add(position);
                }
            }
            List<LogRecord> ofCommand =
                    reader().read(partition, positions).stream()
                            .sorted(Comparator.comparingLong(LogRecord::sequence))
                            .takeWhile(record -> record.envelope().commandId().equals(commandId))
                            .toList();
            if (ofCommand.size() < look) {
                return ofCommand;
            }
        }
    }

    // Opened on first use, on the reading thread.
    private LogReader reader() {
        if (reader == null) {
            reader = new LogReader(clients, timeout);
        }
        return reader;
    }

    @Override
    public void close() {
        reading.shutdown();
        if (reader != null) {
            reader.close();
        }
    }
}
