package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;
import org.orangeline.runtime.log.LogRecord;

/** A service in whose own log there is a record that it does not know says so, and stops there. */
class UnknownRecordTest {

    private static final String CANARY = "Mars";

    @TempDir private Path folder;

    @Test
    void readiness_says_so_nothing_is_decided_there_and_the_other_services_go_on() {
        try (RunningSystem system = RunningSystem.start(folder.resolve("var"), 1)) {
            Emergency emergency = Emergency.opened(system, "unknown");
            UUID person = emergency.arrived(People.woman("SYR"));
            JsonNode line = emergency.awaitLine(person);
            assertThat(line.path("group").asText()).isEqualTo("IS_WOMEN");
            ServiceProcess screening = system.process(Service.SCREENING);
            screening.stop();
            LogRecord last = last(system);
            append(system, unknown(last, person));

            ServiceProcess unused = screening.start();

            Eventually.holds(
                    "readiness says that the partition has stopped",
                    () ->
                            !screening.health().ready()
                                    && screening.health().detail().contains("has stopped"));
            Answer health = emergency.screening().send(Call.get("q/health/ready")).expect(503);
            assertThat(health.body())
                    .contains("partition 0 has stopped", last.topic(), "cannot be read")
                    .doesNotContain(CANARY);
            emergency
                    .screening()
                    .send(
                            emergency
                                    .call("POST", "persons/" + person + "/group")
                                    .token(emergency.officers().line())
                                    .json("{\"group\":\"UNDETERMINED\",\"reason\":\"papers\"}"))
                    .expectProblem(503);
            // Nobody is kept out elsewhere.
            emergency.intake().send(Call.get("q/health/ready")).expect(200);
            UUID later = emergency.arrived(People.woman("SYR"));
            emergency.awaitPlaceable(later);
            // It stays so after another start: a human has to see to it.
            ServiceProcess again = screening.restart();
            Eventually.holds(
                    "it says so again", () -> again.health().detail().contains("has stopped"));
            assertThat(again.isAlive()).isTrue();
        }
    }

    private static LogRecord last(RunningSystem system) {
        return system
                .log()
                .records(
                        EventTypes.of(Service.SCREENING).stream()
                                .map(EventType::topic)
                                .toArray(String[]::new))
                .stream()
                .map(LogRecord::of)
                .max(Comparator.comparingLong(LogRecord::sequence))
                .orElseThrow();
    }

    /** The next in the chain, as a version that nobody has here would write it. */
    private static LogRecord unknown(LogRecord last, UUID person) {
        Envelope before = last.envelope();
        String command = UUID.randomUUID().toString();
        var envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        "org.orangeline.PersonTeleported",
                        before.source(),
                        person.toString(),
                        before.time(),
                        "org/orangeline/PersonTeleported/1",
                        before.sequence() + 1,
                        before.operation(),
                        before.actor(),
                        command,
                        command,
                        before.commandHash(),
                        before.knownThrough(),
                        last.hash());
        String value = "{\"personId\":\"" + person + "\",\"to\":\"" + CANARY + "\"}";
        return new LogRecord(
                envelope,
                last.topic(),
                last.partition(),
                -1,
                person.toString(),
                value.getBytes(StandardCharsets.UTF_8));
    }

    private static void append(RunningSystem system, LogRecord record) {
        Map<String, Object> config = new HashMap<>(system.clients().common());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(record.toProducerRecord()).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
