package org.orangeline.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Begun;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.agreement.Versions;
import org.orangeline.events.Service;
import org.orangeline.gateway.order.Cut;
import org.orangeline.runtime.kafka.Bell;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.TailFetch;
import org.orangeline.runtime.log.WholeTopics;

/**
 * One tenure of the gateway: it fences whoever wrote before, reads its own topics, folds the log
 * again from the first event through the cuts of the journal, and goes on from there.
 */
final class Session implements AutoCloseable {

    /** Events of one partition in a transaction: bounds what a failed commit throws back. */
    private static final int BATCH = 1_000;

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long REST_MILLIS = 200;
    private static final Duration ASK = Duration.ofSeconds(30);

    private final LogClients clients;
    private final FeedWriter writer;
    private final KafkaConsumer<String, byte[]> reader;
    private final TailFetch fetch = new TailFetch();
    private final Bell bell;
    private final List<Feed> feeds = new ArrayList<>();
    private final Map<Agreement, Versions.Contradiction> refused = new HashMap<>();
    private final List<PartitionPump> pumps = new ArrayList<>();
    private final Map<TopicPartition, Long> ends;
    private final Set<Agreement> goesBy;
    private boolean caughtUp;

    /**
     * @param there the topics that there are; a feed's own are made with its first event
     */
    Session(
            LogClients clients,
            StreamSettings settings,
            Contracts contracts,
            Map<Agreement, Pseudonyms> agreements,
            Set<String> there) {
        this.clients = clients;
        this.goesBy = new HashSet<>(agreements.keySet());
        this.writer = FeedWriter.open(settings);
        try {
            Begun begun = new Begun();
            Map<String, Position> positions = positions(settings.partitions(), begun);
            Versions versions = begun.versions();
            agreements.forEach((agreement, pseudonyms) ->
                    versions.contradict(agreement)
                            .ifPresentOrElse(
                                    why -> refused.put(agreement, why),
                                    () ->
                                            feeds.add(
                                                    new Feed(
                                                            agreement,
                                                            pseudonyms,
                                                            settings.partitions()))));
            writer.begin(
                    feeds.stream()
                            .map(Feed::agreement)
                            .filter(agreement -> !versions.know(agreement))
                            .toList());
            feeds.forEach(feed -> readFeed(feed, settings.partitions(), there));
            Map<Integer, List<Cut>> journal = journal(settings.partitions());
            goOn(positions, settings.partitions());
            for (int partition = 0; partition < settings.partitions(); partition++) {
                List<Cut> cuts = journal.getOrDefault(partition, List.of());
                pumps.add(new PartitionPump(partition, cuts, feeds, contracts));
            }
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        this.reader =
                clients.reader(
                        Map.of(
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                2_000,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                LogClients.FETCH_WAIT_MILLIS));
        this.bell =
                new Bell(
                        clients,
                        settings.partitions(),
                        List.of(Service.values()),
                        List.of(),
                        (service, partition, order) -> pumps.get(partition).written(service, order),
                        unused -> {});
        try {
            pumps.forEach(pump -> pump.readBy(fetch));
            bell.start();
            List<TopicPartition> places = fetch.assignment();
            reader.assign(places);
            reader.seekToBeginning(places);
            ends = reader.endOffsets(places, ASK);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The feeds, to be read from now on. */
    List<Feed> feeds() {
        return List.copyOf(feeds);
    }

    /** Agreements that are not what their version's feed was begun under: they have no feed. */
    Map<Agreement, Versions.Contradiction> refused() {
        return Map.copyOf(refused);
    }

    /**
     * Ends the feeds of all other agreements, and says whether it goes by each of these. What it
     * has ended does not begin again: of what came meanwhile only another session tells.
     */
    boolean goesBy(Set<Agreement> agreements) {
        if (goesBy.retainAll(agreements)) {
            List<Feed> ended =
                    feeds.stream().filter(feed -> !goesBy.contains(feed.agreement())).toList();
            pumps.forEach(pump -> pump.end(ended));
        }
        return goesBy.containsAll(agreements);
    }

    /** Whether it has told what was in the log when it began. */
    boolean hasCaughtUp() {
        return caughtUp;
    }

    /**
     * Reads on and tells what can be told.
     *
     * @param goesOn asked before each transaction; false ends the turn
     * @return events written
     */
    int turn(BooleanSupplier goesOn) {
        read();
        int written = 0;
        boolean moved = true;
        while (moved && goesOn.getAsBoolean()) {
            List<PartitionPump.Step> steps = pumps.stream().map(pump -> pump.step(BATCH)).toList();
            moved = steps.stream().anyMatch(PartitionPump.Step::moved);
            written += writer.commit(steps);
        }
        pace();
        if (!caughtUp) {
            caughtUp =
                    pumps.stream().allMatch(PartitionPump::isLive)
                            && ends.entrySet().stream()
                                    .allMatch(end ->
                                            reader.position(end.getKey(), ASK) >= end.getValue());
        }
        return written;
    }

    private void read() {
        boolean reading = fetch.isReading();
        try {
            if (bell.listen(reading ? Duration.ZERO : POLL) && !reading) {
                // Nobody waits for the millisecond: many events are one transaction.
                Thread.sleep(REST_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        fetch.pace(reader);
        if (fetch.isReading()) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                pumps.get(record.partition()).take(record);
            }
        }
    }

    private void pace() {
        pumps.forEach(pump -> pump.pace(fetch));
        fetch.look(reader);
        fetch.pace(reader);
    }

    private void readFeed(Feed feed, int partitions, Set<String> there) {
        String source = FeedWriter.source(feed);
        List<String> topics = FeedTopics.of(feed.agreement());
        if (there.containsAll(topics)) {
            writer.hasTopics(feed);
        }
        WholeTopics.read(
                clients,
                Topics.places(topics.stream().filter(there::contains).toList(), partitions),
                consumed -> {
                    LogRecord record = LogRecord.of(consumed);
                    // What an earlier version of the agreement told is another feed.
                    if (record.envelope().source().equals(source)) {
                        String event = record.envelope().type();
                        feed.written(
                                record,
                                Contracts.NOTICES.contains(
                                        event.substring(event.lastIndexOf('.') + 1)));
                    }
                });
    }

    private Map<Integer, List<Cut>> journal(int partitions) {
        Map<Integer, List<Cut>> journal = new HashMap<>();
        WholeTopics.read(
                clients,
                Topics.places(List.of(FeedTopics.JOURNAL), partitions),
                consumed -> {
                    Cut cut = Cut.parse(new String(consumed.value(), StandardCharsets.UTF_8));
                    journal.computeIfAbsent(consumed.partition(), unused -> new ArrayList<>())
                            .add(cut);
                });
        return journal;
    }

    private Map<String, Position> positions(int partitions, Begun begun) {
        Map<String, Position> positions = new HashMap<>();
        WholeTopics.read(
                clients,
                Topics.places(List.of(FeedTopics.POSITIONS), partitions),
                consumed -> {
                    if (Begun.isKey(consumed.key())) {
                        begun.put(consumed.key(), consumed.value());
                    } else {
                        positions.put(consumed.key(), Position.parse(consumed.value()));
                    }
                });
        return positions;
    }

    private void goOn(Map<String, Position> positions, int partitions) {
        for (Feed feed : feeds) {
            for (int partition = 0; partition < partitions; partition++) {
                FeedIndex index = feed.partition(partition);
                Position position =
                        positions.getOrDefault(
                                FeedWriter.key(feed, partition), Position.begin(index.base()));
                index.requireWhole(position.sequence());
                writer.goesOnAt(feed, partition, position);
            }
        }
    }

    @Override
    public void close() {
        writer.close();
        bell.close();
        reader.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
