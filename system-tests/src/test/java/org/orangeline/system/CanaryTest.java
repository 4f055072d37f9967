package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

/** A name goes to those entitled, and nowhere else: not to the log's bytes, not to any file. */
@OnTheSharedSystem
class CanaryTest {

    private static final String CANARY = "Kanarienvogelina";

    private final RunningSystem system;

    CanaryTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_name_and_every_free_text_are_only_shown_to_those_entitled() {
        Emergency emergency = Emergency.opened(system, "canary");
        Officers officers = emergency.officers();
        emergency.facility("derik", "PRISON", 2);
        UUID man = everythingSaysItsName(emergency, true);

        assertThat(history(emergency, Service.INTAKE, man, officers.intake())).contains(CANARY);
        assertThat(history(emergency, Service.INTAKE, man, officers.line()))
                .contains("sealed")
                .doesNotContain("names");
        assertThat(history(emergency, Service.SCREENING, man, officers.approver()))
                .contains(CANARY);
        assertThat(search(emergency, officers.intake()).expect(200).body())
                .contains(man.toString());
        search(emergency, officers.line()).expectProblem(403);
        assertThat(
                        emergency
                                .intake()
                                .send(
                                        emergency
                                                .call("GET", "persons/" + man)
                                                .token(officers.line()))
                                .body())
                .doesNotContain(CANARY);
        assertThat(leaks(CANARY)).isEmpty();
    }

    /**
     * Where a name can be found by who is entitled to nothing. The data folder holds the services'
     * logs, and every topic as the broker wrote it: keys, headers, values, quarantine and Kafka's
     * own topics.
     */
    private List<String> leaks(String name) {
        List<String> found = new ArrayList<>();
        for (Service service : Service.values()) {
            for (String path : List.of("q/metrics", "q/health")) {
                String said = system.api(service).send(Call.get(path)).body();
                if (holds(said, name)) {
                    found.add(service.id() + "/" + path);
                }
            }
        }
        for (Path file : files(system.stack().settings().data())) {
            if (holds(file, name)) {
                found.add(file.toString());
            }
        }
        return found;
    }

    @Test
    void a_leak_into_a_segment_a_log_file_or_an_answer_would_be_found() throws Exception {
        String inValue = "Wertvogelina";
        String inHeader = "Kopfvogelina";
        String inLog = "Zeilenvogelina";
        try (var admin = system.clients().admin();
                var writer =
                        new KafkaProducer<>(
                                Map.<String, Object>copyOf(system.clients().common()),
                                new StringSerializer(),
                                new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("leaks", 1, (short) 1))).all().get();
            var leak = new ProducerRecord<>("leaks", "k", base64("{\"name\":\"" + inValue + "\"}"));
            leak.headers().add("said", inHeader.getBytes(StandardCharsets.UTF_8));
            writer.send(leak).get();
        }
        Files.writeString(
                system.logFile("intake-service"), inLog + "\n", StandardOpenOption.APPEND);

        for (String planted : List.of(inValue, inHeader)) {
            assertThat(leaks(planted)).anyMatch(place -> place.contains("leaks-0"));
        }
        assertThat(leaks(inLog)).anyMatch(place -> place.endsWith("intake-service.log"));
        // What is in an answer by right is found there: the name of a check, and of a metric.
        assertThat(leaks("jvm_memory_used_bytes")).contains("intake-service/q/metrics");
        assertThat(leaks("\"status\"")).contains("placement-service/q/health");
    }

    @Test
    void a_leak_would_be_found(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("segment.log");
        for (String leak :
                List.of(
                        "\u0000\u0001 name=" + CANARY + "\u0002",
                        CANARY.toUpperCase(Locale.ROOT),
                        base64("x" + CANARY),
                        base64("xy{\"value\":\"" + CANARY + "\"}"))) {
            Files.writeString(file, "before " + leak + " after", StandardCharsets.UTF_8);
            assertThat(holdsCanary(file)).as(leak).isTrue();
        }
        Files.writeString(file, "nothing of the kind");
        assertThat(holdsCanary(file)).isFalse();
    }

    @Test
    void after_an_erasure_nobody_reads_it_in_any_service_and_the_log_still_verifies() {
        Emergency emergency = Emergency.opened(system, "erased");
        Officers officers = emergency.officers();
        emergency.facility("derik", "PRISON", 2);
        UUID man = everythingSaysItsName(emergency, false);
        for (Service service : Service.values()) {
            assertThat(history(emergency, service, man, officers.auditor())).contains(CANARY);
        }
        IdentityRequests asking = new IdentityRequests(system, emergency);
        asking.agreement("bureau", one -> one.put("identity", true));
        asking.ask(
                        "bureau",
                        "{\"subject\":\"%s\",\"reason\":\"a letter for %s\"}"
                                .formatted(asking.subject("bureau", man), CANARY))
                .expect(200);
        Thief thief = new Thief(system);
        thief.copiesKeys();
        assertThat(thief.reads(man)).as("before, the keys are there").contains(CANARY, "a letter");
        emergency.erased(man);

        for (Service service : Service.values()) {
            Eventually.holds(
                    service + " has destroyed the key",
                    () -> !history(emergency, service, man, officers.auditor()).contains(CANARY));
            system.api(service)
                    .settle(
                            emergency
                                    .call("POST", "keys/rotation")
                                    .token(officers.coordinator())
                                    .json("{\"why\":\"ERASURE\"}"))
                    .expect(200);
            assertThat(history(emergency, service, man, officers.auditor()))
                    .contains("erased")
                    .doesNotContain(CANARY);
        }
        assertThat(search(emergency, officers.intake()).expect(200).body())
                .doesNotContain(man.toString());
        // Not even with every record of keys that ever was, and all keys that are left.
        thief.copiesKeys();
        assertThat(thief.reads(man)).isEmpty();
        // The facts are there, and who decided what.
        assertThat(history(emergency, Service.PLACEMENT, man, officers.auditor()))
                .contains("PlacementCancelled", "DIRECT_PARTICIPATION");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    // The record of who was released is kept for a while (P12), so an order ends it in its place.
    private static UUID everythingSaysItsName(Emergency emergency, boolean held) {
        Officers officers = emergency.officers();
        ObjectNode form = People.named(People.man("SYR"), CANARY);
        ((ObjectNode) form.path("identity")).put("fatherName", CANARY).put("birthPlace", CANARY);
        UUID man = emergency.arrived(form);
        emergency.corrected(man, "{\"needs\":[\"WOUNDED\"],\"reason\":\"said " + CANARY + "\"}");
        emergency
                .intake()
                .send(emergency.arrival(UUID.randomUUID(), form.deepCopy().put("sex", CANARY)))
                .expectProblem(400);
        emergency.awaitLine(man);
        emergency.asked(man);
        ObjectNode finding = Answer.MAPPER.createObjectNode().put("finding", "FIGHTER");
        finding.putArray("grounds")
                .addObject()
                .put("code", "DIRECT_PARTICIPATION")
                .put("statement", CANARY + " was seen");
        emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", "persons/" + man + "/recommendation")
                                .token(officers.screener())
                                .json(finding))
                .expect(201);
        emergency
                .screening()
                .settle(
                        emergency
                                .conclusion(officers.approver(), man)
                                .json("{\"approve\":true,\"reason\":\"" + CANARY + "\"}"))
                .expect(201);
        emergency.awaitProposal(man);
        ObjectNode order = Orders.of(man, "derik", Orders.CUSTODY);
        ((ObjectNode) order.path("ground")).put("statement", CANARY);
        String placement =
                emergency
                        .placement()
                        .settle(emergency.order(man, "derik", Orders.CUSTODY).json(order))
                        .expect(201)
                        .text("placementId");
        String why = "{\"reason\":\"" + CANARY + "\"}";
        if (!held) {
            emergency
                    .placement()
                    .settle(
                            emergency
                                    .call("POST", "placements/" + placement + "/cancellation")
                                    .token(officers.placement())
                                    .json(why))
                    .expect(201);
            return man;
        }
        emergency
                .placement()
                .settle(
                        emergency.admission(
                                placement, "{\"insideAlready\":{\"reason\":\"" + CANARY + "\"}}"))
                .expect(201);
        emergency
                .placement()
                .settle(
                        emergency.onPlacement(
                                placement, "release", why.replace("{", "{\"kind\":\"OWN_WAY\",")))
                .expect(201);
        return man;
    }

    private static String history(Emergency emergency, Service service, UUID man, String officer) {
        return emergency
                .system()
                .api(service)
                .settle(emergency.call("GET", "persons/" + man + "/history").token(officer))
                .expect(200)
                .body();
    }

    private static Answer search(Emergency emergency, String officer) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/search")
                                .token(officer)
                                .json("{\"name\":\"" + CANARY + "\"}"));
    }

    /** All files of a stack that runs: what a process takes away meanwhile is left out. */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            // Kafka's index files hold numbers only, and are 10 MB each from the
                            // start.
                            if (attributes.isRegularFile() && !file.toString().endsWith("index")) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e)
                                throws IOException {
                            return goOn(e);
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path file, @Nullable IOException e) throws IOException {
                            return e == null ? FileVisitResult.CONTINUE : goOn(e);
                        }

                        private FileVisitResult goOn(IOException e) throws IOException {
                            if (e instanceof NoSuchFileException) {
                                return FileVisitResult.CONTINUE;
                            }
                            throw e;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean holdsCanary(Path file) {
        return holds(file, CANARY);
    }

    /** Plainly, in another case, or within base64, wherever in it the name begins. */
    static boolean holds(Path file, String name) {
        try {
            return holds(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), name);
        } catch (NoSuchFileException e) {
            return false; // Kafka may delete a file of its own while the folder is read.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(String bytes, String name) {
        if (bytes.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
            return true;
        }
        for (int before = 0; before < 3; before++) {
            byte[] padded = (" ".repeat(before) + name).getBytes(StandardCharsets.UTF_8);
            // Whole groups of three bytes that hold nothing but letters of the name.
            String inside = Base64.getEncoder().withoutPadding().encodeToString(padded);
            int from = before == 0 ? 0 : 4;
            if (bytes.contains(inside.substring(from, inside.length() - 3))) {
                return true;
            }
        }
        return false;
    }
}
