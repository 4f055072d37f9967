package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** The days of an operation are those of where it is. */
@OnTheSharedSystem
class TimeZoneStoriesTest {

    private final RunningSystem system;

    TimeZoneStoriesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_child_is_born_on_the_day_where_the_operation_is() {
        // It is another day there than in UTC at any hour of the test.
        Instant now = Instant.now();
        boolean late = now.atOffset(ZoneOffset.UTC).getHour() >= 11;
        String zone = late ? "Pacific/Kiritimati" : "Pacific/Pago_Pago";
        Emergency emergency = Emergency.openedIn(zone, system, "time-zone");
        emergency.facility("camp", "CAMP", 9);
        UUID mother = emergency.arrived(People.woman("SYR"));
        emergency.awaitPlaceable(mother);
        String placement = emergency.ordered(mother, "camp", Orders.SHELTER);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        Instant bornAt = Instant.now();
        UUID child = UUID.randomUUID();
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "placements/" + placement + "/births/" + child)
                                .token(emergency.officers().registrar())
                                .json("{\"bornAt\":\"%s\",\"sex\":\"FEMALE\"}".formatted(bornAt)))
                .expect(201);
        JsonNode born =
                emergency.awaitPerson(Service.INTAKE, child, person -> person.hasNonNull("bornIn"));
        LocalDate there = LocalDate.ofInstant(bornAt, ZoneId.of(zone));
        assertThat(born.at("/age/birthDate").asText()).isEqualTo(there.toString());
        assertThat(there).isNotEqualTo(LocalDate.ofInstant(bornAt, ZoneOffset.UTC));
    }

    @Test
    void a_zone_is_one_of_the_list_and_a_date_one_that_can_be() {
        Emergency emergency = Emergency.openedIn("Asia/Damascus", system, "dates");
        Answer refused =
                emergency
                        .intake()
                        .settle(
                                Call.of("POST", "operations")
                                        .token(emergency.officers().coordinator())
                                        .json(
                                                Answer.MAPPER
                                                        .createObjectNode()
                                                        .put("operation", emergency.operation())
                                                        .put("name", "x1")
                                                        .put("numberPrefix", "BGZ")
                                                        .put("timeZone", "Mars/Olympus")))
                        .expectProblem(400);
        assertThat(refused.body()).contains("timeZone");
        for (String date : new String[] {"2562-05-04", "9999", "1440-06", "1440", "0001-01-01"}) {
            ObjectNode form = People.woman("SYR");
            form.putObject("age").put("birthDate", date);
            Answer answer = emergency.intake().settle(emergency.arrival(UUID.randomUUID(), form));
            assertThat(answer.expectProblem(400).body())
                    .as(date)
                    .contains("age.birthDate", "Gregorian");
        }
        for (String time : new String[] {"9999-01-01T00:00:00Z", "2300-01-01T00:00:00Z"}) {
            ObjectNode form = People.woman("SYR").put("arrivedAt", time);
            Answer answer = emergency.intake().settle(emergency.arrival(UUID.randomUUID(), form));
            assertThat(answer.expectProblem(400).body()).contains("arrivedAt", "Gregorian");
        }
    }
}
