package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Somebody who was taken for an adult turns out to be fifteen. */
@OnTheSharedSystem
class CorrectionTest {

    private final RunningSystem system;

    CorrectionTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void between_order_and_admission_the_door_stays_closed() {
        Emergency emergency = Emergency.opened(system, "fifteen");
        UUID boy = concludedFighter(emergency);
        String placement = emergency.ordered(boy, "derik", Orders.CUSTODY);

        turnsOutToBeFifteen(emergency, boy);

        awaitQuestioned(emergency, boy);
        emergency.placement().settle(emergency.admission(placement, "{}")).expectRule(422, "P3");
        assertThat(emergency.facilityNow("derik").path("present").asInt()).isZero();
        emergency
                .placement()
                .settle(
                        emergency
                                .onPlacement(placement, "cancellation", "{\"reason\":\"a child\"}")
                                .token(emergency.officers().placement()))
                .expect(201);
        emergency
                .placement()
                .settle(emergency.order(boy, "derik", Orders.CUSTODY))
                .expectRule(422, "P3");
    }

    @Test
    void who_is_inside_already_is_recorded_and_questioned() {
        Emergency emergency = Emergency.opened(system, "inside");
        UUID boy = concludedFighter(emergency);
        String placement = emergency.ordered(boy, "derik", Orders.CUSTODY);
        turnsOutToBeFifteen(emergency, boy);
        awaitQuestioned(emergency, boy);

        Answer admitted =
                emergency
                        .placement()
                        .settle(
                                emergency.admission(
                                        placement,
                                        "{\"insideAlready\":{\"reason\":\"brought at night\"}}"))
                        .expect(201);

        assertThat(admitted.text("event")).isEqualTo("PlacedInDetention");
        assertThat(admitted.texts("questioned")).contains("P3");
        assertThat(emergency.facilityNow("derik").path("present").asInt()).isEqualTo(1);
        // One transaction: the admission and its question follow each other, by one command.
        JsonNode history = emergency.history(Service.PLACEMENT, boy).json();
        JsonNode question = history.path(history.size() - 1);
        JsonNode admission = history.path(history.size() - 2);
        assertThat(admission.path("event").asText()).isEqualTo("PlacedInDetention");
        assertThat(question.path("event").asText()).isEqualTo("PlacementQuestioned");
        assertThat(question.path("commandId")).isEqualTo(admission.path("commandId"));
        assertThat(question.path("sequence").asLong())
                .isEqualTo(admission.path("sequence").asLong() + 1);
        assertThat(question.path("payload").path("rules").toString()).contains("P3");
    }

    @Test
    void after_the_admission_the_correction_questions_the_placement_by_itself() {
        Emergency emergency = Emergency.opened(system, "later");
        UUID boy = concludedFighter(emergency);
        String placement = emergency.ordered(boy, "derik", Orders.CUSTODY);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);

        turnsOutToBeFifteen(emergency, boy);

        JsonNode shown = awaitQuestioned(emergency, boy);
        assertThat(shown.path("placement").path("status").asText()).isEqualTo("placed");
        JsonNode history = emergency.history(Service.PLACEMENT, boy).json();
        JsonNode question = history.path(history.size() - 1);
        assertThat(question.path("event").asText()).isEqualTo("PlacementQuestioned");
        assertThat(question.path("actor").asText()).startsWith("machine:");
        JsonNode intake = emergency.history(Service.INTAKE, boy).json();
        assertThat(question.path("causationId"))
                .isEqualTo(intake.path(intake.size() - 1).path("eventId"));
    }

    private static UUID concludedFighter(Emergency emergency) {
        emergency.facility("derik", "PRISON", 5);
        UUID person = emergency.arrived(People.person("MALE", 18, 22, "SYR"));
        JsonNode unused = emergency.concluded(person, "FIGHTER", "DIRECT_PARTICIPATION");
        return person;
    }

    private static void turnsOutToBeFifteen(Emergency emergency, UUID person) {
        LocalDate birth = LocalDate.now(ZoneOffset.UTC).minusYears(15).minusDays(20);
        Answer unused =
                emergency.corrected(
                        person,
                        "{\"age\":{\"birthDate\":\"%s\"},\"reason\":\"certificate\"}"
                                .formatted(birth));
    }

    private static JsonNode awaitQuestioned(Emergency emergency, UUID person) {
        return emergency.awaitPerson(
                Service.PLACEMENT,
                person,
                shown -> shown.path("placement").path("questioned").toString().contains("P3"));
    }
}
