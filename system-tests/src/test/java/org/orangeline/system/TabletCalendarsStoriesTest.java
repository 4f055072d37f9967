package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Tablets that are set to other calendars and digits, and lines that are no items. */
@OnTheSharedSystem
class TabletCalendarsStoriesTest {

    private static final String TABLET = "tablet-hijri";

    private final RunningSystem system;

    TabletCalendarsStoriesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void another_calendar_costs_nothing_and_what_is_rejected_leaves_no_gap() {
        Emergency emergency = Emergency.opened(system, "calendars");
        UUID person = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        LocalDate today = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        String sent =
                arabic(HijrahDate.from(today).toString().replaceAll(".*AH ", "")) + "T٠٩:١٢:٠٠Z";
        List<String> lines = new ArrayList<>();
        lines.add(arrival(1, person, sent).put("deviceTime", sent).toString());
        lines.add(
                "{\"itemId\":\"%s\",\"deviceId\":\"%s\",\"deviceSequence\":2,\"body\":"
                        .formatted(UUID.randomUUID(), TABLET));
        lines.add(arrival(3, UUID.randomUUID(), "1440-06-31T09:12:00Z").toString());
        lines.add(arrival(4, UUID.randomUUID(), "9999-01-01T00:00:00Z").toString());
        lines.add(arrival(5, UUID.randomUUID(), sent).put("surprise", "x").toString());
        lines.add(arrival(6, later, sent).put("padding", "x".repeat(70_000)).toString());
        lines.add(arrival(Long.MAX_VALUE, later, sent).toString());
        lines.add(arrival(7, later, "2019-03-05T09:12:00Z").put("deviceTime", "Amina").toString());

        List<JsonNode> outcomes =
                emergency
                        .intake()
                        .send(
                                emergency
                                        .device(TABLET)
                                        .batch(emergency.officers().intake())
                                        .content(Call.NDJSON, String.join("\n", lines)))
                        .expect(200)
                        .lines();

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("outcome").asText())
                .containsExactly(
                        "durable",
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected",
                        "durable");
        assertThat(outcomes.get(2).path("problem").toString()).contains("arrivedAt", "Hijri");
        assertThat(outcomes.get(3).path("problem").toString()).contains("arrivedAt", "Gregorian");
        assertThat(outcomes.get(5).path("status").asInt()).isEqualTo(413);
        assertThat(outcomes.get(6).path("problem").toString()).contains("deviceSequence");
        JsonNode cursor =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "devices/" + TABLET + "/cursor")
                                        .token(emergency.officers().intake()))
                        .expect(200)
                        .json();
        assertThat(cursor.path("contiguous").asLong()).isEqualTo(7);
        assertThat(cursor.path("gaps")).isEmpty();
        assertThat(cursor.path("clockFlagged").asBoolean()).isTrue();
        JsonNode arrived = emergency.history(Service.INTAKE, person).json().path(0).path("payload");
        assertThat(Instant.parse(arrived.path("arrivedAt").asText()))
                .isEqualTo(today.atTime(9, 12).toInstant(ZoneOffset.UTC));
        assertThat(arrived.path("arrivedAtAsSent").asText()).isEqualTo(sent);
        assertThat(arrived.at("/device/deviceId").asText()).isEqualTo(TABLET);
    }

    private static ObjectNode arrival(long sequence, UUID person, String arrivedAt) {
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", UUID.randomUUID().toString())
                        .put("deviceId", TABLET)
                        .put("deviceSequence", sequence)
                        .put("method", "PUT")
                        .put("path", "arrivals/" + person);
        item.set("body", People.woman("SYR").put("arrivedAt", arrivedAt));
        return item;
    }

    private static String arabic(String digits) {
        StringBuilder text = new StringBuilder();
        digits.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '٠' : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
