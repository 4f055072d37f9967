package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** P15: who came together with a child, and who only says so. */
@OnTheSharedSystem
class ComingTogetherStoriesTest extends PlacementStory {

    private static final String VERIFIED = "{\"reason\":\"asked each by itself\"}";

    ComingTogetherStoriesTest(RunningSystem system) {
        super(system, "together");
    }

    @Test
    void P15_nobody_who_is_registered_after_a_child_was_raised_as_alone_gets_it() {
        String group = UUID.randomUUID().toString();
        UUID girl = arrived(child(group));
        awaitRaised(girl);
        UUID man = arrived(People.inFamily(People.man("SYR"), group, "PARENT"));
        togetherRefused(girl, man);
        // P6 counts what he says, and keeps him here; two people sign that he goes first.
        order(man, "camp", Orders.SHELTER).expectRule(422, "P6");
        sign(man, "camp", "P6");
        String his = placed(man, "camp", Orders.SHELTER);
        order(girl, "camp", Orders.SHELTER).expectRule(422, "P15");
        act(officers.registrar(), "placements/" + his + "/release", FREE).expect(201);
        left(man).expect(201);
        left(girl).expectRule(422, "P6");
        assertThat(listed()).contains(girl.toString());
    }

    @Test
    void P15_a_second_human_verifies_him_and_then_they_are_ordered_together() {
        String group = UUID.randomUUID().toString();
        UUID girl = arrived(child(group));
        awaitRaised(girl);
        UUID man = arrived(People.inFamily(People.man("SYR"), group, "PARENT"));
        togetherRefused(girl, man);
        intake(officers.intake(), "persons/" + girl + "/carers/" + man + "/verification", VERIFIED)
                .expectRule(422, "S6");
        intake(
                        officers.coordinator(),
                        "persons/" + girl + "/carers/" + man + "/verification",
                        VERIFIED)
                .expect(201);
        Eventually.holds("the child is reunited", () -> !listed().contains(girl.toString()));
        emergency.awaitPlaceable(girl);
        assertThat(placedTogether("camp", man, girl)).hasSize(2);
    }

    @Test
    void P15_a_family_of_one_upload_came_together_the_child_first() {
        String group = UUID.randomUUID().toString();
        UUID girl = UUID.randomUUID();
        UUID mother = UUID.randomUUID();
        ObjectNode woman = People.inFamily(People.woman("SYR"), group, "PARENT");
        emergency
                .intake()
                .settle(
                        emergency.batch(
                                List.of(
                                        People.withId(child(group), girl),
                                        People.withId(woman, mother))))
                .expect(200);
        emergency.awaitPlaceable(mother);
        assertThat(placedTogether("camp", girl, mother)).hasSize(2);
        assertThat(listed()).doesNotContain(girl.toString());
    }

    @Test
    void P15_who_came_days_later_or_was_corrected_into_the_group_did_not_come_with_the_child() {
        String group = UUID.randomUUID().toString();
        Instant now = Instant.now();
        UUID girl = emergency.arrived(came(child(group), now));
        ObjectNode form = People.inFamily(People.man("SYR"), group, "PARENT");
        UUID late = arrived(came(form, now.minus(Duration.ofDays(2))));
        togetherRefused(girl, late);
        UUID stranger = arrived(People.man("SYR"));
        Answer corrected =
                emergency.corrected(
                        stranger,
                        "{\"family\":{\"groupId\":\"%s\",\"role\":\"PARENT\"},\"reason\":\"says so\"}"
                                .formatted(group));
        assertThat(corrected.status()).isEqualTo(200);
        togetherRefused(girl, stranger);
    }

    private static ObjectNode child(String group) {
        return People.inFamily(People.person("FEMALE", 7, 7, "SYR"), group, "CHILD");
    }

    private static ObjectNode came(ObjectNode form, Instant at) {
        return form.put("arrivedAt", at.toString());
    }

    private void togetherRefused(UUID child, UUID adult) {
        ObjectNode body = Answer.MAPPER.createObjectNode();
        for (UUID person : List.of(child, adult)) {
            body.withArray("/orders")
                    .addObject()
                    .put("unit", "family")
                    .set("order", Orders.of(person, "camp", Orders.SHELTER));
        }
        Answer answer = act(officers.placement(), "placements/batch", body.toString()).expect(200);
        assertThat(answer.json().findValuesAsText("placementId")).isEmpty();
        assertThat(answer.body()).contains("P15");
    }

    private void awaitRaised(UUID child) {
        Eventually.holds(child + " is raised", () -> listed().contains(child.toString()));
    }

    private String listed() {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "children-alone?limit=500")
                                .token(officers.coordinator()))
                .expect(200)
                .body();
    }

    private Answer left(UUID person) {
        return intake(
                officers.intake(),
                "persons/" + person + "/departure",
                "{\"leftAt\":\"%s\",\"kind\":\"WITH_FAMILY\",\"reason\":\"fetched\"}"
                        .formatted(Instant.now()));
    }
}
