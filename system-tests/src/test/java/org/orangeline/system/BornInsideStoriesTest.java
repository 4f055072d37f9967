package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** P3: a child is in no prison, also when it is born there. */
@OnTheSharedSystem
class BornInsideStoriesTest extends PlacementStory {

    BornInsideStoriesTest(RunningSystem system) {
        super(system, "born-inside");
    }

    @Test
    void P3_a_child_that_is_born_in_a_prison_is_questioned_and_no_words_close_that() {
        UUID woman = fighter(People.woman("SYR"));
        String mother = placed(woman, "prison", Orders.CUSTODY);
        UUID child = UUID.randomUUID();
        String placement = born(mother, child);
        assertThat(emergency.facilityNow("prison").path("present").asInt()).isEqualTo(2);
        emergency.awaitPlaceable(child);
        awaitQuestioned(child, "P3");
        assertThat(read("questions").body()).contains(placement);
        act(
                        officers.reviewer(),
                        "placements/" + placement + "/settlement",
                        "{\"rules\":[\"P3\"],\"reason\":\"it is with its mother\"}")
                .expectRule(422, "P3");
        assertThat(questioned(child)).contains("P3");
        // The child is nowhere else than its mother, so they leave by one decision.
        act(
                        officers.registrar(),
                        "releases",
                        "{\"placementIds\":[\"%s\",\"%s\"],\"kind\":\"WITH_FAMILY\",\"reason\":\"bail\"}"
                                .formatted(mother, placement))
                .expect(201);
        assertThat(read("questions").body()).doesNotContain(placement);
        assertThat(emergency.history(Service.PLACEMENT, child).body())
                .contains("BornInCustody", "PlacementQuestioned", "P3");
    }
}
