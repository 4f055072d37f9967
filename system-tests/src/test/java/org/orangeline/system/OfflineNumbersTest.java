package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Numbers that tablets called out and printed while they were offline. */
@OnTheSharedSystem
class OfflineNumbersTest {

    private final RunningSystem system;

    OfflineNumbersTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void what_was_printed_offline_is_the_number_in_the_record_and_nobody_elses() {
        Emergency emergency = Emergency.opened(system, "numbers");
        List<String> numbers = leased(emergency, "tablet-1");
        List<String> others = leased(emergency, "tablet-2");
        Set<String> all = new HashSet<>(numbers);
        all.addAll(others);
        assertThat(all).hasSize(6);
        Tablet tablet = new Tablet("tablet-1", 1);
        List<UUID> people = new ArrayList<>();
        for (String number : numbers) {
            people.add(UUID.randomUUID());
            tablet.keep("PUT", "arrivals/" + people.getLast(), arrival(number, "tablet-1"));
        }
        // One that is another tablet's, and one that was given before.
        tablet.keep("PUT", "arrivals/" + UUID.randomUUID(), arrival(others.get(0), "tablet-1"));
        tablet.keep("PUT", "arrivals/" + UUID.randomUUID(), arrival(numbers.get(0), "tablet-1"));

        Eventually.holds(
                "all is uploaded",
                () -> {
                    tablet.upload(emergency);
                    return tablet.isEmpty();
                });

        assertThat(tablet.rejected()).hasSize(2).allMatch(one -> one.path("status").asInt() == 409);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(
                            emergency
                                    .awaitPerson(Service.INTAKE, people.get(i), shown -> true)
                                    .path("registrationNumber")
                                    .asText())
                    .isEqualTo(numbers.get(i));
        }
    }

    static ObjectNode arrival(String number, String device) {
        ObjectNode arrival = People.man("SYR").put("registrationNumber", number);
        arrival.putObject("device").put("deviceId", device);
        return arrival;
    }

    static List<String> leased(Emergency emergency, String device) {
        String unused = emergency.device(device).id();
        JsonNode leased =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "number-blocks")
                                        .token(emergency.officers().intake())
                                        .key(UUID.randomUUID().toString())
                                        .json(
                                                Answer.MAPPER
                                                        .createObjectNode()
                                                        .put("deviceId", device)
                                                        .put("size", 3)))
                        .expect(201)
                        .json();
        List<String> numbers = new ArrayList<>();
        leased.path("numbers").forEach(number -> numbers.add(number.asText()));
        return numbers;
    }
}
