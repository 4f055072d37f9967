package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Many items of an upload are under way at a time: what must not depend on that. */
@OnTheSharedSystem
class UploadOrderTest {

    private static final String DEVICE = "tablet-1";
    private static final int PERSONS = 60;
    private static final int ITEMS = 400;

    private final RunningSystem system;
    private final Random random;
    private final long seed = Long.getLong("orangeline.seed", System.nanoTime());

    /** In line order, by the item's id. */
    private final Map<String, ObjectNode> items = new LinkedHashMap<>();

    private final Set<List<UUID>> linked = new HashSet<>();

    UploadOrderTest(RunningSystem system) {
        this.system = system;
        this.random = new Random(seed);
        System.out.printf("uploads, seed %d%n", seed);
    }

    @Test
    void each_person_is_decided_about_in_the_order_of_the_lines() {
        Emergency emergency = Emergency.opened(system, "upload-order");
        keepAnything();

        List<JsonNode> outcomes =
                emergency
                        .intake()
                        .settle(batch(emergency).content(Call.NDJSON, body()))
                        .expect(200)
                        .lines();

        assertThat(ids(outcomes)).as("seed %d", seed).containsExactlyElementsOf(items.keySet());
        Map<String, Long> lastOf = new HashMap<>();
        for (JsonNode outcome : outcomes) {
            ObjectNode item = Objects.requireNonNull(items.get(outcome.path("itemId").asText()));
            assertThat(outcome.path("outcome").asText())
                    .as("seed %d: %s: %s", seed, item, outcome)
                    .isEqualTo("durable");
            long sequence = outcome.path("answer").path("sequence").asLong();
            for (String person : persons(item)) {
                Long before = lastOf.put(person, sequence);
                assertThat(sequence)
                        .as("seed %d: %s", seed, item)
                        .isGreaterThan(before == null ? 0 : before);
            }
        }
    }

    @Test
    void a_connection_that_is_cut_loses_nothing_that_was_told() {
        Emergency emergency = Emergency.opened(system, "upload-cut");
        keepAnything();
        Map<String, JsonNode> told = new LinkedHashMap<>();
        List<String> waiting = new ArrayList<>(items.keySet());
        while (!waiting.isEmpty()) {
            int patience = 1 + random.nextInt(ITEMS / 3);
            List<String> heard = new ArrayList<>();
            emergency
                    .intake()
                    .upload(
                            batch(emergency),
                            body(waiting).getBytes(StandardCharsets.UTF_8),
                            line -> {
                                JsonNode outcome = Answer.parse(line);
                                if (outcome.path("outcome").asText().equals("durable")) {
                                    heard.add(outcome.path("itemId").asText());
                                    told.put(outcome.path("itemId").asText(), outcome);
                                }
                                return heard.size() < patience;
                            });
            assertThat(heard).as("told in line order").isSubsetOf(waiting);
            waiting.removeAll(heard);
        }

        List<JsonNode> again =
                emergency
                        .intake()
                        .settle(batch(emergency).content(Call.NDJSON, body()))
                        .expect(200)
                        .lines();

        assertThat(ids(again)).containsExactlyElementsOf(items.keySet());
        for (JsonNode outcome : again) {
            assertThat(outcome.path("answer").path("sequence"))
                    .as("seed %d: the same answer, of an event that is stored once", seed)
                    .isEqualTo(
                            Objects.requireNonNull(told.get(outcome.path("itemId").asText()))
                                    .path("answer")
                                    .path("sequence"));
        }
        Map<String, Long> arrived =
                system.log().countBySubject("PersonArrived", emergency.operation());
        assertThat(arrived).hasSize(PERSONS).allSatisfy((_, times) -> assertThat(times).isOne());
        JsonNode cursor =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "devices/" + DEVICE + "/cursor")
                                        .token(emergency.officers().intake()))
                        .expect(200)
                        .json();
        assertThat(cursor.path("contiguous").asInt()).isEqualTo(items.size());
    }

    /** Arrivals, corrections, property and links of few people, each after its arrivals. */
    private void keepAnything() {
        List<UUID> coming = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            coming.add(new UUID(random.nextLong(), random.nextLong()));
        }
        List<UUID> here = new ArrayList<>();
        while (items.size() < ITEMS) {
            boolean arrives = here.isEmpty() || random.nextInt(4) == 0;
            if (!coming.isEmpty() && arrives) {
                UUID person = coming.removeLast();
                keep("PUT", "arrivals/" + person, People.man("SYR"));
                here.add(person);
            } else {
                about(here);
            }
        }
        coming.forEach(person -> keep("PUT", "arrivals/" + person, People.man("SYR")));
    }

    private void about(List<UUID> here) {
        UUID one = here.get(random.nextInt(here.size()));
        UUID other = here.get(random.nextInt(here.size()));
        if (one.equals(other) || random.nextBoolean()) {
            ObjectNode form = Answer.MAPPER.createObjectNode().put("storedAt", "store-1");
            form.putArray("items").addObject().put("code", "PHONE").put("quantity", 1);
            UUID receipt = new UUID(random.nextLong(), random.nextLong());
            keep("PUT", "persons/" + one + "/property/" + receipt, form);
        } else if (linked.add(List.of(one, other)) && linked.add(List.of(other, one))) {
            ObjectNode link = Answer.MAPPER.createObjectNode().put("relation", "SIBLING");
            keep("PUT", "persons/" + one + "/family/" + other, link.put("reason", "both said so"));
        }
    }

    private void keep(String method, String path, JsonNode content) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", id.toString())
                        .put("deviceId", DEVICE)
                        .put("deviceSequence", items.size() + 1)
                        .put("method", method)
                        .put("path", path);
        item.set("body", content);
        items.put(id.toString(), item);
    }

    private static List<String> persons(JsonNode item) {
        String[] steps = item.path("path").asText().split("/");
        return steps.length > 3 && steps[2].equals("family")
                ? List.of(steps[1], steps[3])
                : Collections.singletonList(steps[1]);
    }

    private String body() {
        return body(items.keySet());
    }

    private String body(Collection<String> ids) {
        return ids.stream()
                .map(id -> String.valueOf(items.get(id)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> ids(List<JsonNode> outcomes) {
        return outcomes.stream().map(outcome -> outcome.path("itemId").asText()).toList();
    }

    private static Call batch(Emergency emergency) {
        return emergency.device(DEVICE).batch(emergency.officers().intake());
    }
}
