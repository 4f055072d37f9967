package org.orangeline.launcher.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.verify.Checkpoint.Head;
import org.orangeline.localkafka.BrokerSettings;
import org.orangeline.localkafka.Durability;
import org.orangeline.localkafka.LocalBroker;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogRecord;

/** Each partition holds another fault, the first one none. */
class LogIsSoundTest {
    private static final int PARTITIONS = 5;
    private static final int EVENTS = 6;

    @TempDir Path folder;

    @Test
    void every_fault_is_found_where_it_is() throws Exception {
        try (LocalBroker broker =
                new LocalBroker(BrokerSettings.in(folder).durability(Durability.REPLICATED))
                        .start()) {
            createTopics(broker.bootstrap());
            List<LogRecord> sound = Written.events(0, PARTITIONS, EVENTS);
            List<LogRecord> hole = Written.events(1, PARTITIONS, EVENTS);
            hole.remove(3);
            List<LogRecord> chain = Written.events(2, PARTITIONS, EVENTS);
            chain.set(2, Written.withValue(chain.get(2), text(chain.get(2)).replace("40", "41")));
            List<LogRecord> unreadable = Written.events(3, PARTITIONS, EVENTS);
            unreadable.set(5, Written.withValue(unreadable.get(5), "{}"));
            List<LogRecord> misplaced = Written.events(0, PARTITIONS, 1, 4);
            List<LogRecord> all = new ArrayList<>();
            List.of(sound, hole, chain, unreadable, misplaced).forEach(all::addAll);
            write(broker.bootstrap(), all);

            Findings findings = verify(broker.bootstrap());

            assertThat(findings.shown())
                    .satisfiesExactlyInAnyOrder(
                            one -> assertThat(one).contains("placement-service-1", "sequence 4"),
                            one -> assertThat(one).contains("-2@", "chain is broken"),
                            one -> assertThat(one).contains("-3@", "cannot be read"),
                            one -> assertThat(one).contains("-4@", "wrong partition"));
            assertThat(findings.events()).isEqualTo(EVENTS + 3 + EVENTS + EVENTS + 1);
        }
    }

    @Test
    void what_a_transaction_still_hides_is_waited_for() throws Exception {
        try (LocalBroker broker =
                new LocalBroker(BrokerSettings.in(folder).durability(Durability.REPLICATED))
                        .start()) {
            createTopics(broker.bootstrap());
            List<LogRecord> events = Written.events(0, PARTITIONS, EVENTS);
            LogRecord hidden = events.get(3);
            write(broker.bootstrap(), events.subList(0, 3));
            try (KafkaProducer<String, byte[]> slow = patient(broker.bootstrap())) {
                slow.initTransactions();
                slow.beginTransaction();
                slow.send(hidden.toProducerRecord());
                slow.flush();
                write(broker.bootstrap(), events.subList(4, EVENTS));
                var verified = CompletableFuture.supplyAsync(() -> verified(broker.bootstrap()));
                // Longer than it looks for what is really missing, and the transaction may last
                // much longer.
                Thread.sleep(3_000);
                assertThat(verified).isNotDone();
                slow.commitTransaction();
                Findings findings = verified.get(60, TimeUnit.SECONDS);
                assertThat(findings.shown()).isEmpty();
                assertThat(findings.events()).isEqualTo(EVENTS);
            }
        }
    }

    @Test
    void a_log_that_was_written_anew_is_not_the_one_of_the_checkpoint() throws Exception {
        try (LocalBroker broker =
                new LocalBroker(BrokerSettings.in(folder).durability(Durability.REPLICATED))
                        .start()) {
            createTopics(broker.bootstrap());
            List<LogRecord> sound = Written.events(0, PARTITIONS, EVENTS);
            write(broker.bootstrap(), sound);
            Heads first = new Heads();
            assertThat(verify(broker.bootstrap(), first).shown()).isEmpty();
            Checkpoint kept = first.checkpoint(Instant.EPOCH);
            Head head = kept.heads().getFirst();
            assertThat(head.sequence()).isEqualTo(EVENTS);

            assertThat(verify(broker.bootstrap(), new Heads(List.of(kept))).shown()).isEmpty();
            assertThat(verify(broker.bootstrap(), with(head, EVENTS, "0".repeat(64))).shown())
                    .singleElement()
                    .asString()
                    .contains("another event than at the checkpoint");
            assertThat(verify(broker.bootstrap(), with(head, EVENTS + 1, head.hash())).shown())
                    .singleElement()
                    .asString()
                    .contains("sequence " + (EVENTS + 1) + " of the checkpoint is gone");
        }
    }

    private static Heads with(Head head, long sequence, String hash) {
        return new Heads(
                List.of(
                        new Checkpoint(
                                Instant.EPOCH,
                                List.of(
                                        new Head(
                                                head.service(),
                                                head.partition(),
                                                sequence,
                                                hash)))));
    }

    private static KafkaProducer<String, byte[]> patient(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "transactional.id",
                        "slow",
                        "transaction.timeout.ms",
                        300_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static Findings verified(String bootstrap) {
        try {
            return verify(bootstrap);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Findings verify(String bootstrap) throws Exception {
        return verify(bootstrap, new Heads());
    }

    private static Findings verify(String bootstrap, Heads heads) throws Exception {
        Findings findings = new Findings();
        new LogIsSound(
                        new Terminal(
                                new PrintStream(OutputStream.nullOutputStream(), false, UTF_8),
                                false),
                        heads)
                .run(
                        new Target(
                                new LogClients(Map.of("bootstrap.servers", bootstrap)),
                                Map.of(),
                                new TokenIssuer(
                                        KeyPairGenerator.getInstance("RSA")
                                                .generateKeyPair()
                                                .getPrivate())),
                        findings);
        return findings;
    }

    private static void createTopics(String bootstrap) throws Exception {
        List<NewTopic> topics =
                Arrays.stream(Service.values())
                        .flatMap(service -> ServiceTopics.events(service).stream())
                        .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                        .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(topics).all().get();
        }
    }

    private static void write(String bootstrap, List<LogRecord> events) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (LogRecord event : events) {
                producer.send(event.toProducerRecord()).get();
            }
        }
    }

    private static String text(LogRecord event) {
        return new String(event.value(), UTF_8);
    }
}
