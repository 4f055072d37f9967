package org.orangeline.bench.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.bench.load.People;
import org.orangeline.bench.report.Figures;
import org.orangeline.launcher.stack.DataFolder;
import org.orangeline.launcher.stack.StackPorts;
import org.orangeline.localkafka.BrokerSettings;
import org.orangeline.localkafka.Durability;
import org.orangeline.localkafka.LocalBroker;

/**
 * How many records of an arrival's size a producer alone writes to the same broker: nobody decides,
 * nothing is sealed, no transaction.
 */
final class ProducerCeiling {
    private static final String TOPIC = "ceiling";
    private static final int DIFFERENT = 10_000;

    /** What an event is larger by than the request that caused it: headers, sealing. */
    private static final String ENVELOPE = "x".repeat(900);

    private final BenchSettings settings;

    ProducerCeiling(BenchSettings settings) {
        this.settings = settings;
    }

    void run(Figures figures) {
        List<byte[]> values = new ArrayList<>();
        People people = new People(settings.seed());
        for (int i = 0; i < DIFFERENT; i++) {
            String value = people.next().json() + ENVELOPE;
            values.add(value.getBytes(StandardCharsets.UTF_8));
        }
        for (Durability durability : Durability.values()) {
            Path data = settings.data().resolve("producer-" + durability.spelled());
            DataFolder.open(data).empty();
            StackPorts ports = StackPorts.from(settings.portBase());
            BrokerSettings alone =
                    BrokerSettings.in(data)
                            .ports(ports.broker(), ports.controller())
                            .durability(durability);
            try (LocalBroker broker = new LocalBroker(alone)) {
                broker.start();
                String what = durability == Durability.FSYNC ? "fsync" : "page cache";
                figures.add(
                        "ceiling, producer alone, " + what,
                        perSecond(broker.bootstrap(), values),
                        "records/s");
            } catch (ExecutionException e) {
                throw new IllegalStateException("the producer failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private double perSecond(String bootstrap, List<byte[]> values)
            throws ExecutionException, InterruptedException {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "batch.size", 64 * 1024);
        try (Admin admin = Admin.create(config);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(
                                config, new StringSerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            send(producer, values);
            long start = System.nanoTime();
            long records = send(producer, values);
            return records * 1e9 / (System.nanoTime() - start);
        }
    }

    // As long as every other measurement, and the same before it to warm up.
    private long send(KafkaProducer<String, byte[]> producer, List<byte[]> values) {
        long end = System.nanoTime() + settings.time().toNanos();
        long records = 0;
        while (System.nanoTime() < end) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(TOPIC, Long.toString(records++), value));
            }
        }
        producer.flush();
        return records;
    }
}
