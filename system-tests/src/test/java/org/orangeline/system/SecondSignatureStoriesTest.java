package org.orangeline.system;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** An erasure that was asked for in time is refused at its second signature by what came since. */
@OnTheSharedSystem
class SecondSignatureStoriesTest extends PlacementStory {

    private static final String WHY = "{\"reason\":\"file 2019/311\"}";

    SecondSignatureStoriesTest(RunningSystem system) {
        super(system, "second-signature");
        emergency.unguarded();
    }

    @Test
    void P17_who_died_in_custody_since_is_not_erased() {
        refused(
                "P17",
                (woman, placement) ->
                        on(placement, "death", "{\"diedAt\":\"%s\",\"circumstances\":\"fever\"}"));
    }

    @Test
    void P17_who_is_missing_since_is_not_erased() {
        refused(
                "P17",
                (woman, placement) ->
                        on(placement, "missing", "{\"since\":\"%s\",\"note\":\"the roll check\"}"));
    }

    @Test
    void P9_who_was_handed_over_since_is_not_erased() {
        receiver("syr-police", "SYR");
        refused(
                "P9",
                (woman, placement) -> {
                    assessed(woman, "syr-police", "NO_SUBSTANTIAL_RISK", officers.reviewer())
                            .expect(201);
                    act(
                                    officers.placement(),
                                    "placements/" + placement + "/hand-over",
                                    "{\"receiver\":\"syr-police\",\"reason\":\"their file\"}")
                            .expect(201);
                });
    }

    @Test
    void P10_who_appealed_since_is_not_erased() {
        UUID woman = interned();
        String erasure = asked(woman);
        String placement = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        on(placement, "appeal", "{\"statement\":\"it was another woman\"}");
        act(officers.placement(), "placements/" + placement + "/cancellation", WHY).expect(201);
        signed(woman, erasure).expectRule(422, "P10");
    }

    @Test
    void P12_who_was_released_since_is_kept_for_the_profiles_retention() {
        refused(
                "P12",
                (woman, placement) ->
                        on(placement, "release", "{\"kind\":\"OWN_WAY\",\"reason\":\"home\"}"));
    }

    @Test
    void P15_a_child_whose_mother_left_since_is_not_erased() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        String erasure = asked(child);
        intake(
                        officers.intake(),
                        "persons/" + mother + "/death",
                        "{\"diedAt\":\"%s\",\"circumstances\":\"fever\"}".formatted(Instant.now()))
                .expect(201);
        signed(child, erasure).expectRule(422, "P15");
    }

    private void refused(String rule, BiConsumer<UUID, String> since) {
        UUID woman = arrived(People.named(People.woman("SYR"), "Noor Salih"));
        String erasure = asked(woman);
        since.accept(woman, placed(woman, "camp", Orders.SHELTER));
        signed(woman, erasure).expectRule(422, rule);
    }

    private void on(String placement, String call, String body) {
        act(
                        call.equals("appeal") ? officers.placement() : officers.registrar(),
                        "placements/" + placement + "/" + call,
                        body.formatted(Instant.now()))
                .expect(201);
    }

    private String asked(UUID person) {
        return intake(officers.coordinator(), "persons/" + person + "/erasure", WHY)
                .expect(201)
                .text("erasureId");
    }

    private Answer signed(UUID person, String erasure) {
        intakeHasHeard();
        String number =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "persons/" + person)
                                        .token(officers.coordinator()))
                        .expect(200)
                        .text("registrationNumber");
        return intake(
                officers.officer("Karim Saleh", Role.COORDINATOR),
                "erasures/" + erasure + "/signature",
                "{\"registrationNumber\":\"%s\"}".formatted(number));
    }

    /** It learns in order: once it knows of a later release, it knows of what was before. */
    private void intakeHasHeard() {
        UUID last = arrived(People.man("SYR"));
        on(
                placed(last, "camp", Orders.SHELTER),
                "release",
                "{\"kind\":\"OWN_WAY\",\"reason\":\"home\"}");
        Eventually.holds(
                "intake knows of the last release",
                () -> {
                    Answer answer =
                            intake(officers.coordinator(), "persons/" + last + "/erasure", WHY);
                    if (answer.status() == 201) {
                        intake(
                                        officers.coordinator(),
                                        "erasures/" + answer.text("erasureId") + "/refusal",
                                        WHY)
                                .expect(201);
                    }
                    return answer.status() == 422;
                });
    }
}
