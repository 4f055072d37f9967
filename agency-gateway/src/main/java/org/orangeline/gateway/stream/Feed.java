package org.orangeline.gateway.stream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.runtime.log.LogRecord;

/** What was written of one agreement's feed; written by the pump, read by any. */
public final class Feed {

    private final Agreement agreement;
    private final Pseudonyms pseudonyms;
    private final List<FeedIndex> partitions = new ArrayList<>();
    private final Map<UUID, Notice> notices = new LinkedHashMap<>();
    private long changes;

    Feed(Agreement agreement, Pseudonyms pseudonyms, int partitions) {
        this.agreement = agreement;
        this.pseudonyms = pseudonyms;
        for (int partition = 0; partition < partitions; partition++) {
            this.partitions.add(
                    new FeedIndex(
                            FeedTopics.of(agreement), pseudonyms.base(agreement.id(), partition)));
        }
    }

    public Agreement agreement() {
        return agreement;
    }

    Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    FeedIndex partition(int partition) {
        return partitions.get(partition);
    }

    /** Events written so far. */
    public long size() {
        return partitions.stream().mapToLong(one -> one.last() - one.base()).sum();
    }

    /** Before the first event of every partition. */
    public List<Long> beginning() {
        return partitions.stream().map(FeedIndex::base).toList();
    }

    /** The last event of every partition. */
    public List<Long> end() {
        return partitions.stream().map(FeedIndex::last).toList();
    }

    synchronized void written(LogRecord record, boolean acknowledge) {
        partition(record.partition()).put(record.sequence(), record.topic(), record.offset());
        if (acknowledge) {
            notices.put(
                    UUID.fromString(record.envelope().id()),
                    new Notice(record.partition(), record.sequence()));
        }
        changes++;
        notifyAll();
    }

    /** Counts what was written; a reader that is at the end waits until it has changed. */
    public synchronized long changes() {
        return changes;
    }

    /**
     * Waits until something is written after that count, or the time is over.
     *
     * @throws InterruptedException when the reader is stopped
     */
    public synchronized void awaitChange(long since, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (changes == since) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** A notice of this feed. */
    public synchronized Optional<Notice> notice(UUID id) {
        return Optional.ofNullable(notices.get(id));
    }

    /** The notices of this feed, oldest first. */
    public synchronized List<UUID> notices() {
        return List.copyOf(notices.keySet());
    }

    /** Where a notice lies. */
    public record Notice(int partition, long sequence) {}
}
