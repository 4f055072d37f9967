package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** P18: two services decide about a child at once, and neither knows of the other's decision. */
@OnTheSharedSystem
class MergedBirthStoriesTest extends PlacementStory {

    MergedBirthStoriesTest(RunningSystem system) {
        super(system, "merged-births");
    }

    @Test
    void P18_a_birth_is_withdrawn_while_the_child_is_merged() {
        String mother = placed(interned(), "camp", Orders.INTERNMENT);
        for (boolean stays : List.of(true, false)) {
            UUID child = UUID.randomUUID();
            String at = "placements/" + born(mother, child) + "/";
            emergency.awaitPerson(Service.INTAKE, child, person -> person.hasNonNull("bornIn"));
            UUID other = arrived(registeredToo());
            act(
                            officers.registrar(),
                            at + "withdrawals",
                            "{\"fact\":\"BornInCustody\",\"reason\":\"another mother's\"}")
                    .expect(201);
            String id = read("persons/" + child).json().at("/placement/withdrawal").asText();
            List<Supplier<Answer>> calls =
                    List.of(
                            () -> merging(stays ? child : other, stays ? other : child),
                            () -> confirming(at + "withdrawals/" + id));
            List<Answer> answers = Together.forEach(calls, Supplier::get);

            int merged = answers.getFirst().status();
            int confirmed = answers.getLast().status();
            assertThat(List.of(merged, confirmed)).isSubsetOf(201, 409).contains(201);
            if (confirmed == 409) {
                // Placement knew of the merge: that is undone first.
                unmerged(answers.getFirst().text("mergeId"));
                Eventually.holds(
                        "placement knows that they are two",
                        () -> confirming(at + "withdrawals/" + id).status() == 201);
            }
            emergency.awaitPerson(
                    Service.INTAKE,
                    child,
                    person -> person.at("/gone/how").asText().equals("REGISTRATION_WITHDRAWN"));
            for (UUID one : List.of(child, other)) {
                emergency.awaitPerson(
                        Service.INTAKE, one, person -> !person.hasNonNull("mergedInto"));
            }
            String history = emergency.history(Service.INTAKE, stays ? child : other).body();
            assertThat(history.contains("PersonsUnmerged")).isEqualTo(merged == 201);
            merging(other, child).expect(409);
            Eventually.holds(
                    "placement knows that the other record is of somebody else",
                    () -> order(other, "camp", Orders.SHELTER).status() != 409);
        }
    }

    // Another tablet's registration of a newborn, after the birth.
    private static ObjectNode registeredToo() {
        return People.person("UNKNOWN", 0, 1, "SYR").put("arrivedAt", Instant.now().toString());
    }

    private Answer confirming(String withdrawal) {
        return act(officers.placement(), withdrawal + "/confirmation", "");
    }
}
