package org.orangeline.launcher.verify;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.orangeline.events.Service;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequencedLog;

/** Reads a service's partition step by step, some thousand events ahead. */
final class PartitionReader {
    private static final int AHEAD = 20_000;

    private final SequencedLog log;
    private final Service service;
    private final int partition;
    private final long end;
    private final Queue<LogRecord> ahead = new ArrayDeque<>();
    private final Map<String, Long> nextOffsets = new HashMap<>();
    private long read;

    /**
     * @param end the last sequence that is wanted and known to be there
     */
    PartitionReader(SequencedLog log, Service service, int partition, long end) {
        this.log = log;
        this.service = service;
        this.partition = partition;
        this.end = end;
    }

    /** Hands on what comes next, up to that sequence. */
    void through(long sequence, Consumer<LogRecord> next) {
        long wanted = Math.min(sequence, end);
        while (true) {
            LogRecord record = ahead.peek();
            if (record != null && record.sequence() <= wanted) {
                next.accept(ahead.remove());
            } else if (record == null && read < wanted) {
                fill();
            } else {
                return;
            }
        }
    }

    private void fill() {
        long through = Math.min(read + AHEAD, end);
        log.read(
                service.id(),
                ServiceTopics.events(service),
                partition,
                new SequencedLog.Stretch(read, through, nextOffsets),
                record -> {
                    ahead.add(record);
                    nextOffsets.put(record.topic(), record.offset() + 1);
                    return true;
                });
        read = through;
    }
}
