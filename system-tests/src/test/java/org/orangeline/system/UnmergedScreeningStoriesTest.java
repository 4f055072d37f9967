package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** S1: what one person answered is never the other's, also where they were one for a while. */
@OnTheSharedSystem
class UnmergedScreeningStoriesTest extends PlacementStory {

    UnmergedScreeningStoriesTest(RunningSystem system) {
        super(system, "unmerged-screening");
    }

    @Test
    void S1_answers_stay_with_whose_screening_it_was_when_a_merge_is_taken_back() {
        UUID man = arrived(People.man("SYR"));
        UUID other = arrived(People.man("SYR"));
        emergency.asked(other);
        JsonNode told = answers(other);
        assertThat(told.path("given")).isNotEmpty();
        String merge = merging(man, other).expect(201).text("mergeId");
        emergency.awaitPerson(Service.SCREENING, other, shown -> shown.hasNonNull("mergedInto"));
        assertThat(answers(man).path("given")).isEmpty();
        recommended(man).expectRule(422, "S1");

        unmerged(merge);
        emergency.awaitPerson(Service.SCREENING, other, shown -> !shown.hasNonNull("mergedInto"));
        assertThat(answers(other)).isEqualTo(told);
        assertThat(answers(man).path("given")).isEmpty();
        recommended(man).expectRule(422, "S1");
        recommended(other).expect(201);
        emergency.screening().settle(emergency.conclusion(officers.approver(), other)).expect(201);
        assertThat(
                        emergency
                                .awaitPerson(
                                        Service.SCREENING,
                                        man,
                                        shown -> !shown.hasNonNull("finding"))
                                .has("finding"))
                .isFalse();
    }

    private Answer recommended(UUID person) {
        return emergency
                .screening()
                .settle(
                        emergency.recommendationOfAsked(
                                officers.screener(), person, "CIVILIAN", "NO_INDICATION"));
    }

    private JsonNode answers(UUID person) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("GET", "persons/" + person + "/answers")
                                .token(officers.screener()))
                .expect(200)
                .json();
    }
}
