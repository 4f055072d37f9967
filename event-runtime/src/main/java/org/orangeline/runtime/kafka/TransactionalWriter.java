package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;

/**
 * The producers of one tenure. Opening them fences whoever wrote the partition before and ends what
 * that one left open. After any exception they are closed and never used again: the outcome is then
 * read from the log.
 *
 * <p>There are two, used in turn: the broker answers a commit before it has written the markers
 * that end the transaction, and refuses the same producer's next one until it has. A transaction
 * begins when the commit before it was answered, so that one is sure to become part of the log
 * first. They take turns, so whoever was fenced on one of them writes at most one transaction more
 * on the other, and none once a takeover has opened both.
 */
final class TransactionalWriter implements AutoCloseable {

    /** What follows a transactional id in that of the second producer. */
    private static final String SECOND = "-second";

    private final TopicPartition token;
    private KafkaProducer<String, byte[]> producer;
    private KafkaProducer<String, byte[]> other;

    private TransactionalWriter(
            KafkaProducer<String, byte[]> first,
            KafkaProducer<String, byte[]> second,
            TopicPartition token) {
        this.producer = first;
        this.other = second;
        this.token = token;
    }

    /**
     * @throws KafkaException when the broker does not answer in time
     */
    static TransactionalWriter open(RuntimeSettings settings, Service service, int partition) {
        var clients = new LogClients(settings.kafka());
        String id = service.id() + "-p" + partition;
        KafkaProducer<String, byte[]> first = clients.writer(id);
        try {
            return new TransactionalWriter(
                    first,
                    clients.writer(id + SECOND),
                    new TopicPartition(ServiceTopics.owners(service), partition));
        } catch (RuntimeException e) {
            first.close(Duration.ZERO);
            throw e;
        }
    }

    private void begin() {
        KafkaProducer<String, byte[]> next = other;
        other = producer;
        producer = next;
        producer.beginTransaction();
    }

    /**
     * Commits the records.
     *
     * @return their offsets, in the same order
     */
    List<Long> commit(List<ProducerRecord<String, byte[]>> records) {
        try {
            begin();
            List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
            records.forEach(record -> sent.add(producer.send(record)));
            producer.commitTransaction();
            return sent.stream().map(TransactionalWriter::offset).toList();
        } catch (IllegalStateException e) {
            // How the client says that an earlier failure has spoiled it.
            throw new KafkaException("the producer cannot be used any more", e);
        }
    }

    /**
     * A transaction that proves two things at the broker: this producer was not fenced, and this
     * instance is a current member of the group. The offset that it commits means nothing.
     *
     * @param also records to write with it
     * @return when the broker appended the first of them
     */
    Optional<Instant> confirm(
            ConsumerGroupMetadata group, List<ProducerRecord<String, byte[]>> also) {
        try {
            begin();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            also.forEach(record -> sent.add(producer.send(record)));
            producer.sendOffsetsToTransaction(Map.of(token, new OffsetAndMetadata(0)), group);
            producer.commitTransaction();
            return sent.stream()
                    .map(record -> Instant.ofEpochMilli(metadata(record).timestamp()))
                    .findFirst();
        } catch (IllegalStateException e) {
            throw new KafkaException("the producer cannot be used any more", e);
        } catch (CommitFailedException e) {
            // The group has another member in this place. The broker answered, so the end of this
            // transaction need not wait for its timeout.
            abort();
            throw e;
        }
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException | IllegalStateException e) {
            PartitionWorker.LOG.debugf("nothing to abort: %s", e.toString());
        }
    }

    private static long offset(Future<RecordMetadata> sent) {
        long offset = metadata(sent).offset();
        if (offset < 0) {
            // A resend that the broker had forgotten: committed, but who knows where.
            throw new KafkaException("a committed record has no offset");
        }
        return offset;
    }

    private static RecordMetadata metadata(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("a committed record has no offset", e);
        }
    }

    @Override
    public void close() {
        try {
            producer.close(Duration.ZERO);
        } finally {
            other.close(Duration.ZERO);
        }
    }
}
