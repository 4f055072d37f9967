package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** A tablet that heard no answer sends again, and nothing happens twice. */
@OnTheSharedSystem
class IdempotencyTest {

    private final RunningSystem system;

    IdempotencyTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void an_arrival_sent_again_gives_the_same_receipt_and_other_content_is_a_conflict() {
        Emergency emergency = Emergency.opened(system, "twice");
        UUID person = UUID.randomUUID();
        ObjectNode form = People.named(People.woman("SYR"), "آمنة");
        Answer first = emergency.intake().send(emergency.arrival(person, form)).expect(201);
        assertThat(first.text("status")).isEqualTo("durable");

        assertThat(emergency.intake().send(emergency.arrival(person, form)).expect(200).json())
                .isEqualTo(first.json());
        ObjectNode fromAnotherTablet = form.deepCopy();
        fromAnotherTablet.putObject("device").put("deviceId", "tablet-9").put("sequence", 4);
        String colleague = emergency.officers().officer("Another officer", Role.INTAKE_OFFICER);
        assertThat(
                        emergency
                                .intake()
                                .send(emergency.arrival(person, fromAnotherTablet).token(colleague))
                                .expect(200)
                                .json())
                .isEqualTo(first.json());
        emergency
                .intake()
                .send(emergency.arrival(person, form.deepCopy().put("sex", "UNKNOWN")))
                .expectProblem(409);
        emergency
                .intake()
                .send(emergency.arrival(person, People.named(form.deepCopy(), "أمينة")))
                .expectProblem(409);

        assertThat(system.log().countBySubject("PersonArrived", emergency.operation()))
                .containsExactlyEntriesOf(Map.of(person.toString(), 1L));
    }

    @Test
    void an_order_with_the_same_key_is_one_order() {
        Emergency emergency = Emergency.opened(system, "same-key");
        emergency.facility("roj", "CAMP", 9);
        UUID person = emergency.arrived(People.woman("SYR"));
        UUID other = emergency.arrived(People.woman("SYR"));
        emergency.awaitPlaceable(other);
        Call order = emergency.order(person, "roj", Orders.SHELTER).key("convoy-7/1");
        Answer first = emergency.placement().settle(order).expect(201);

        assertThat(emergency.placement().send(order).expect(201).json()).isEqualTo(first.json());
        emergency
                .placement()
                .send(emergency.order(other, "roj", Orders.SHELTER).key("convoy-7/1"))
                .expectProblem(409);
        emergency
                .placement()
                .send(emergency.order(person, "roj", Orders.SHELTER).key("convoy-7/2"))
                .expectRule(422, "P2");
        Call cancellation =
                emergency
                        .onPlacement(
                                first.text("placementId"), "cancellation", "{\"reason\":\"no\"}")
                        .token(emergency.officers().placement());
        Answer cancelled = emergency.placement().send(cancellation).expect(201);
        assertThat(emergency.placement().send(cancellation).expect(201).json())
                .isEqualTo(cancelled.json());
        // What was accepted is remembered for ever, also when it no longer holds.
        assertThat(emergency.placement().send(order).expect(201).json()).isEqualTo(first.json());

        assertThat(emergency.facilityNow("roj").path("reserved").asInt()).isZero();
        assertThat(system.log().countBySubject("PlacementOrdered", emergency.operation()))
                .containsExactlyEntriesOf(Map.of(person.toString(), 1L));
    }

    @Test
    void a_batch_sent_again_gives_the_same_receipts_and_takes_what_is_new() {
        Emergency emergency = Emergency.opened(system, "batch");
        List<ObjectNode> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(People.withId(People.man("IRQ"), UUID.randomUUID()));
        }
        Answer first = emergency.intake().send(emergency.batch(lines)).expect(200);
        first.lines()
                .forEach(line -> assertThat(line.path("status").asText()).isEqualTo("durable"));

        List<ObjectNode> more = new ArrayList<>(lines);
        more.add(People.withId(People.man("IRQ"), UUID.randomUUID()));
        more.add(lines.getFirst().deepCopy().put("sex", "FEMALE"));
        Answer again = emergency.intake().send(emergency.batch(more)).expect(200);

        assertThat(again.lines().subList(0, 40)).isEqualTo(first.lines());
        assertThat(again.lines().get(40).path("status").asText()).isEqualTo("durable");
        assertThat(again.lines().get(41).path("status").asText()).isEqualTo("rejected");
        assertThat(again.lines().get(41).path("problem").path("status").asInt()).isEqualTo(409);
        assertThat(system.log().countBySubject("PersonArrived", emergency.operation()))
                .hasSize(41)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void a_correction_sent_again_is_one_and_a_stale_one_is_refused() {
        Emergency emergency = Emergency.opened(system, "correction-twice");
        UUID person = emergency.arrived(People.man("SYR"));
        String seen =
                emergency
                        .intake()
                        .send(
                                emergency
                                        .call("GET", "persons/" + person)
                                        .token(emergency.officers().intake()))
                        .header("ETag");
        Call correction =
                emergency
                        .call("PATCH", "persons/" + person)
                        .token(emergency.officers().intake())
                        .header("If-Match", seen)
                        .key("c-1")
                        .json("{\"needs\":[\"WOUNDED\"],\"reason\":\"seen by the medic\"}");
        Answer first = emergency.intake().send(correction).expect(200);

        assertThat(emergency.intake().send(correction).expect(200).json()).isEqualTo(first.json());
        emergency.intake().send(correction.key("c-2")).expectProblem(412);
        assertThat(system.log().countBySubject("PersonDetailsCorrected", emergency.operation()))
                .containsExactlyEntriesOf(Map.of(person.toString(), 1L));
    }
}
