package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Recorded;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.Submission;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.log.EventIndex;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogReader;
import org.orangeline.runtime.log.LogRecord;

/** Turns verdicts into answers; what was recorded earlier is read back from the log. */
final class Answers implements AutoCloseable {

    /** Events of one command that are looked for at first; most commands have one or two. */
    private static final int FIRST_LOOK = 4;

    private static final Duration STOP = Duration.ofSeconds(5);

    private final LogClients clients;
    private final Duration timeout;
    private final KeyRing ring;
    private final ExecutorService reading = thread("log-reader");
    private final Deque<Lookup> waiting = new ConcurrentLinkedDeque<>();
    private @Nullable LogReader reader;

    // Apart: a long history must not hold up the answers of commands that come again.
    private final ExecutorService telling = thread("history-reader");
    private @Nullable LogReader histories;

    Answers(LogClients clients, Duration timeout, KeyRing ring) {
        this.ring = ring;
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
                    look(new Lookup(inLog, partition, index, submission.commandId(), contentHash));
        };
    }

    // Whoever comes while the log is being read is answered with the next pass, all at once.
    private CompletableFuture<Outcome> look(Lookup lookup) {
        waiting.add(lookup);
        try {
            reading.execute(this::answerWaiting);
        } catch (RejectedExecutionException e) {
            lookup.answer.complete(Outcome.Unavailable.because("this instance is stopping"));
        }
        return lookup.answer;
    }

    CompletableFuture<List<Recorded<DomainEvent>>> history(
            int partition, List<EventIndex.Position> positions) {
        return CompletableFuture.supplyAsync(
                () ->
                        histories().read(partition, positions).stream()
                                .sorted(Comparator.comparingLong(LogRecord::sequence))
                                .map(LogRecord::decode)
                                .toList(),
                telling);
    }

    private void answerWaiting() {
        Map<Integer, List<Lookup>> byPartition = new TreeMap<>();
        for (int i = 0; i < Limits.LOOKUPS_PER_READ; i++) {
            Lookup lookup = waiting.poll();
            if (lookup == null) {
                break;
            }
            byPartition.computeIfAbsent(lookup.partition, unused -> new ArrayList<>()).add(lookup);
        }
        byPartition.forEach((partition, lookups) -> {
            try {
                answer(partition, lookups);
            } catch (RuntimeException e) {
                PartitionWorker.LOG.warnf("first answers cannot be read: %s", e.toString());
                Outcome later = Outcome.Unavailable.because("the log cannot be read now");
                lookups.forEach(lookup -> lookup.answer.complete(later));
            }
        });
    }

    private void answer(int partition, List<Lookup> lookups) {
        List<Lookup> open = lookups;
        for (int look = FIRST_LOOK; !open.isEmpty(); look *= 4) {
            Map<Long, LogRecord> records = read(partition, open, look);
            List<Lookup> longer = new ArrayList<>();
            for (Lookup lookup : open) {
                List<LogRecord> found = lookup.commandEvents(records, look);
                if (found.size() == look) {
                    longer.add(lookup);
                } else {
                    lookup.answer(found, ring);
                }
            }
            open = longer;
        }
    }

    private Map<Long, LogRecord> read(int partition, List<Lookup> lookups, int look) {
        Set<EventIndex.Position> positions = new HashSet<>();
        for (Lookup lookup : lookups) {
            for (long sequence = lookup.first(); sequence < lookup.first() + look; sequence++) {
                EventIndex.Position position = lookup.index.at(sequence);
                if (position != null) {
                    positions.add(position);
                }
            }
        }
        Map<Long, LogRecord> bySequence = new HashMap<>();
        reader().read(partition, positions)
                .forEach(record -> bySequence.put(record.sequence(), record));
        return bySequence;
    }

    // Opened on first use, on the reading thread.
    private LogReader reader() {
        if (reader == null) {
            reader = new LogReader(clients, timeout);
        }
        return reader;
    }

    private LogReader histories() {
        if (histories == null) {
            histories = new LogReader(clients, timeout);
        }
        return histories;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).factory());
    }

    @Override
    public void close() {
        stop(reading);
        stop(telling);
        if (reader != null) {
            reader.close();
        }
        if (histories != null) {
            histories.close();
        }
    }

    private static void stop(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One command whose events are to be read back. */
    private static final class Lookup {

        private final Verdict.InLog inLog;
        private final int partition;
        private final EventIndex index;
        private final String commandId;
        private final String contentHash;
        private final CompletableFuture<Outcome> answer = new CompletableFuture<>();

        Lookup(
                Verdict.InLog inLog,
                int partition,
                EventIndex index,
                String commandId,
                String contentHash) {
            this.inLog = inLog;
            this.partition = partition;
            this.index = index;
            this.commandId = commandId;
            this.contentHash = contentHash;
        }

        long first() {
            return inLog.sequence();
        }

        /** The command's events lie one after the other. */
        List<LogRecord> commandEvents(Map<Long, LogRecord> records, int most) {
            List<LogRecord> found = new ArrayList<>();
            LogRecord next = records.get(first());
            while (next != null
                    && found.size() < most
                    && next.envelope().commandId().equals(commandId)) {
                found.add(next);
                next = records.get(first() + found.size());
            }
            return found;
        }

        void answer(List<LogRecord> records, KeyRing ring) {
            if (!isSameContent(records, ring)) {
                answer.complete(new Outcome.OtherContent());
                return;
            }
            List<Recorded<? extends DomainEvent>> events = new ArrayList<>();
            records.forEach(record -> events.add(record.decode()));
            answer.complete(new Outcome.Done(events, !inLog.settled()));
        }

        // Of somebody whose identity was erased no content is the same any more: a yes would tell
        // who guesses that the guess was right.
        private boolean isSameContent(List<LogRecord> records, KeyRing ring) {
            List<String> sealedFor =
                    records.stream()
                            .filter(record -> EventCodec.holdsSealed(record.value()))
                            .map(LogRecord::key)
                            .distinct()
                            .toList();
            Envelope first = records.getFirst().envelope();
            String before = first.commandHash();
            return before.equals(contentHash)
                    || ring.bound(partition, first.operation(), sealedFor, contentHash)
                            .filter(before::equals)
                            .isPresent();
        }
    }
}
