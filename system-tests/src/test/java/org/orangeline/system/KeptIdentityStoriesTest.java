package org.orangeline.system;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whose identity two humans cannot erase: who was handed over, and a child that is looked for. */
@OnTheSharedSystem
class KeptIdentityStoriesTest extends PlacementStory {

    KeptIdentityStoriesTest(RunningSystem system) {
        super(system, "kept-identity");
        emergency.unguarded();
    }

    @Test
    void P9_who_was_handed_over_is_not_erased() {
        receiver("syr-police", "SYR");
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        assessed(woman, "syr-police", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        String over = "{\"receiver\":\"syr-police\",\"reason\":\"their file\"}";
        act(officers.placement(), at + "hand-over", over).expect(201);
        // An erasure that is asked for before intake has heard of it is refused at its signature.
        long told = number(read("persons/" + woman), "\\d+@(\\d+)");
        Eventually.holds(
                "intake knows of the hand-over",
                () -> number(shown(woman), ";placement-service:(\\d+)") >= told);
        erasure(woman).expectRule(422, "P9");
    }

    @Test
    void P15_a_child_whose_family_is_looked_for_is_not_erased_until_it_is_reunited() {
        UUID girl = emergency.arrived(People.named(People.child("SYR"), "Noor Salih"));
        UUID mother = arrived(People.woman("SYR"));
        // By her being alone at first, and by what was raised about it later.
        erasure(girl).expectRule(422, "P15");
        Eventually.holds("she is raised as alone", () -> listed().contains(girl.toString()));
        erasure(girl).expectRule(422, "P15");
        link(girl, mother);
        erasure(girl).expectRule(422, "P15");
        intake(
                        officers.coordinator(),
                        "persons/" + girl + "/carers/" + mother + "/verification",
                        "{\"reason\":\"asked each by itself\"}")
                .expect(201);
        Eventually.holds("she is reunited", () -> !listed().contains(girl.toString()));
        erasure(girl).expect(201);
    }

    private Answer shown(UUID person) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "persons/" + person).token(officers.coordinator()))
                .expect(200);
    }

    // Out of a position such as 0@17;placement-service:40.
    private static long number(Answer answer, String pattern) {
        Matcher position = Pattern.compile(pattern).matcher(answer.header("View-Position"));
        return position.find() ? Long.parseLong(position.group(1)) : -1;
    }

    private Answer erasure(UUID person) {
        return intake(officers.coordinator(), "persons/" + person + "/erasure", WHY);
    }

    private void link(UUID child, UUID carer) {
        emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "persons/" + child + "/family/" + carer)
                                .token(officers.intake())
                                .key(UUID.randomUUID().toString())
                                .json("{\"relation\":\"PARENT\",\"reason\":\"they say so\"}"))
                .expect(201);
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
}
