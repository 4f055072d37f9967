package org.orangeline.gateway.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.orangeline.runtime.log.EventIndex;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogReader;
import org.orangeline.runtime.log.LogRecord;

/** Reads feeds from their topics, from any position. */
public final class FeedReader implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final List<LogReader> all = new ArrayList<>();
    private final ReaderPlaces<LogReader> places;

    /**
     * @param atOnce reads of the log at the same time, half of them of one agency at most; others
     *     wait
     */
    public FeedReader(LogClients clients, int atOnce) {
        for (int i = 0; i < atOnce; i++) {
            all.add(new LogReader(clients, TIMEOUT));
        }
        this.places = new ReaderPlaces<>(all, TIMEOUT);
    }

    /**
     * What comes after a position, in the order of each partition.
     *
     * @param after the last sequence that the reader has of each partition
     * @param most events at most
     * @throws TimeoutException when the log was not read in time
     */
    public List<LogRecord> after(Feed feed, List<Long> after, int most) {
        List<LogRecord> page = new ArrayList<>();
        for (int partition = 0; partition < after.size(); partition++) {
            // An even share, so that no partition waits for another one to end.
            int left = after.size() - partition;
            int share = (most - page.size() + left - 1) / left;
            page.addAll(read(feed, partition, after.get(partition), share));
        }
        return page;
    }

    private List<LogRecord> read(Feed feed, int partition, long after, int most) {
        FeedIndex index = feed.partition(partition);
        long last = Math.min(index.last(), after + most);
        List<EventIndex.Position> positions = new ArrayList<>();
        for (long sequence = after + 1; sequence <= last; sequence++) {
            positions.add(index.at(sequence));
        }
        if (positions.isEmpty()) {
            return List.of();
        }
        return places.with(
                feed.agreement().agency(),
                reader -> {
                    List<LogRecord> found = new ArrayList<>(reader.read(partition, positions));
                    found.sort(Comparator.comparingLong(LogRecord::sequence));
                    return found;
                });
    }

    @Override
    public void close() {
        all.forEach(LogReader::close);
    }
}
