package org.orangeline.gateway.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.orangeline.agreement.Contracts;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.gateway.order.Cut;
import org.orangeline.gateway.order.OneOrder;
import org.orangeline.gateway.people.People;
import org.orangeline.gateway.telling.FeedEvent;
import org.orangeline.gateway.telling.Moment;
import org.orangeline.gateway.telling.Telling;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.PartitionTail;
import org.orangeline.runtime.log.TailFetch;
import org.orangeline.runtime.log.WrittenOrder;

/**
 * One partition of the log: the three services' topics put into one order, folded, and told to
 * every feed. While the journal lasts it steps through the cuts of before; from then on it makes
 * new ones.
 */
final class PartitionPump {

    private final int partition;
    private final OneOrder<LogRecord> order = new OneOrder<>(LogRecord::envelope);
    private final Map<Service, PartitionTail> tails = new EnumMap<>(Service.class);
    private final Deque<Cut> journal;
    private final List<Listener> listeners = new ArrayList<>();
    private People people = People.NOBODY;
    private long count;

    PartitionPump(int partition, List<Cut> journal, List<Feed> feeds, Contracts contracts) {
        this.partition = partition;
        this.journal = new ArrayDeque<>(journal);
        for (Service service : Service.values()) {
            tails.put(
                    service,
                    new PartitionTail(
                            service.id() + " partition " + partition,
                            ServiceTopics.events(service)));
        }
        for (Feed feed : feeds) {
            listeners.add(
                    new Listener(
                            feed, new Telling(feed.agreement(), contracts, feed.pseudonyms())));
        }
    }

    int partition() {
        return partition;
    }

    /** From now on nothing is told to these. */
    void end(Collection<Feed> ended) {
        listeners.removeIf(listener -> ended.contains(listener.feed));
    }

    void take(ConsumerRecord<String, byte[]> consumed) {
        Service service = EventTypes.named(consumed.topic()).writer();
        List<LogRecord> next = new ArrayList<>();
        tail(service).take(LogRecord.of(consumed), next);
        next.forEach(record -> order.add(service, record));
    }

    /** A service committed a transaction. */
    void written(Service service, WrittenOrder written) {
        tail(service).written(written);
    }

    /** Has its topics read. */
    void readBy(TailFetch fetch) {
        tails.values().forEach(tail -> fetch.add(partition, tail));
    }

    /** Lets no service run ahead of the others by more than a buffer. */
    void pace(TailFetch fetch) {
        tails.forEach(
                (service, tail) -> fetch.read(tail, order.waiting(service) <= Limits.MERGE_BUFFER));
    }

    /**
     * Whether it is about to make cuts of its own, and events wait that no journal has.
     *
     * @return false while it repeats what was before
     */
    boolean isLive() {
        return journal.isEmpty();
    }

    /** Goes on by one batch; empty when nothing can be told now. */
    Step step(int most) {
        Cut before = order.reached();
        boolean repeated = !journal.isEmpty();
        List<LogRecord> batch;
        if (repeated) {
            if (!order.has(journal.getFirst())) {
                return new Step(partition, count, null, List.of(), false);
            }
            batch = order.stepTo(journal.removeFirst());
        } else {
            batch = order.next(most);
        }
        List<Told> told = new ArrayList<>();
        batch.forEach(record -> fold(record, told));
        boolean moved = !order.reached().equals(before);
        return new Step(partition, count, moved && !repeated ? order.reached() : null, told, moved);
    }

    private void fold(LogRecord record, List<Told> told) {
        Recorded<DomainEvent> recorded = record.decode();
        People after = people.evolve(recorded);
        Moment moment =
                new Moment(
                        people, after, recorded, () -> EventCodec.read(record.value(), Map.class));
        count++;
        for (Listener listener : listeners) {
            for (FeedEvent event : listener.telling.tell(moment)) {
                told.add(new Told(listener.feed, event, count));
            }
        }
        people = after;
    }

    private PartitionTail tail(Service service) {
        return java.util.Objects.requireNonNull(tails.get(service));
    }

    private record Listener(Feed feed, Telling telling) {}

    /**
     * An event for a feed.
     *
     * @param count the place in the one order of the event that it tells
     */
    record Told(Feed feed, FeedEvent event, long count) {}

    /**
     * A batch.
     *
     * @param count events of the one order so far
     * @param cut where it ended, when the journal does not have it yet
     * @param told in order; what a feed has already been told is among it
     * @param moved whether there was any event
     */
    record Step(
            int partition,
            long count,
            @org.jspecify.annotations.Nullable Cut cut,
            List<Told> told,
            boolean moved) {}
}
