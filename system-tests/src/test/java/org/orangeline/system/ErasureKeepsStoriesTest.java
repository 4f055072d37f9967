package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whose identity two humans cannot erase: the dead, the missing, the released for a while. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureKeepsStoriesTest {

    private static final String WHY = "{\"reason\":\"file 2019/311\"}";

    private RunningSystem system;
    private Duration turned = Duration.ZERO;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.startTurnable(folder.resolve("var"), 2);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void P12_the_identity_of_who_was_released_is_kept_for_the_profiles_retention() {
        Emergency emergency = camp("retention");
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Noor Salih"));
        String placement = sheltered(emergency, woman);
        String release = "{\"kind\":\"OWN_WAY\",\"reason\":\"she wants to go home\"}";
        emergency
                .placement()
                .settle(emergency.onPlacement(placement, "release", release))
                .expect(201);
        awaitRefused(emergency, woman, "P12");
        turned = Duration.ofDays(184);
        system.stack().clock().turn(turned);
        Eventually.holds(
                "the service's clock has followed", () -> ask(emergency, woman).status() == 201);
    }

    @Test
    void P17_who_died_in_custody_is_not_erased() {
        Emergency emergency = camp("kept-dead");
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Noor Salih"));
        String placement = sheltered(emergency, woman);
        String death = "{\"diedAt\":\"" + now() + "\",\"circumstances\":\"fever\"}";
        emergency.placement().settle(emergency.onPlacement(placement, "death", death)).expect(201);
        awaitRefused(emergency, woman, "P17");
    }

    @Test
    void P17_who_is_missing_is_not_erased() {
        Emergency emergency = camp("kept-missing");
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Noor Salih"));
        String placement = sheltered(emergency, woman);
        String missing = "{\"since\":\"" + now() + "\",\"note\":\"not at the roll check\"}";
        emergency
                .placement()
                .settle(emergency.onPlacement(placement, "missing", missing))
                .expect(201);
        awaitRefused(emergency, woman, "P17");
    }

    @Test
    void P10_who_has_an_open_appeal_is_not_erased() {
        Emergency emergency = camp("kept-appeal");
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Noor Salih"));
        emergency.awaitPlaceable(woman);
        JsonNode unused = emergency.concluded(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        String placement = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        String appeal = "{\"statement\":\"it was another woman\"}";
        emergency
                .placement()
                .settle(emergency.onPlacement(placement, "appeal", appeal))
                .expect(201);
        emergency
                .placement()
                .settle(
                        emergency
                                .call("POST", "placements/" + placement + "/cancellation")
                                .token(emergency.officers().placement())
                                .json(WHY))
                .expect(201);
        awaitRefused(emergency, woman, "P10");
    }

    // By the services' clock, which one of these tests turns.
    private Instant now() {
        return Instant.now().plus(turned);
    }

    private Emergency camp(String name) {
        Emergency emergency = Emergency.opened(system, name);
        emergency.unguarded();
        emergency.facility("camp", "CAMP", 5);
        return emergency;
    }

    private static String sheltered(Emergency emergency, UUID person) {
        emergency.awaitPlaceable(person);
        String placement = emergency.ordered(person, "camp", Orders.SHELTER);
        emergency.placement().settle(emergency.admission(placement, "{}")).expect(201);
        return placement;
    }

    private static void awaitRefused(Emergency emergency, UUID person, String rule) {
        Eventually.holds(
                "intake knows why the identity is kept",
                () -> {
                    Answer answer = ask(emergency, person);
                    if (answer.status() == 201) {
                        declined(emergency, answer.text("erasureId"));
                    }
                    return answer.status() == 422;
                });
        ask(emergency, person).expectRule(422, rule);
    }

    // Asked for before intake had heard of it.
    private static void declined(Emergency emergency, String erasure) {
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "erasures/" + erasure + "/refusal")
                                .token(emergency.officers().coordinator())
                                .json(WHY))
                .expect(201);
    }

    private static Answer ask(Emergency emergency, UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/erasure")
                                .token(emergency.officers().coordinator())
                                .key(UUID.randomUUID().toString())
                                .json(WHY));
    }
}
