package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Nobody's identity goes with another person's erasure. */
@OnTheSharedSystem
class ErasureStoryTest {

    private static final String ASK = "{\"reason\":\"file 2019/311\"}";
    private static final String SAME = "{\"otherId\":\"%s\",\"reason\":\"same papers\"}";

    private final Emergency emergency;
    private final Officers officers;

    ErasureStoryTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "erasure");
        emergency.unguarded();
        this.officers = emergency.officers();
    }

    private Answer post(String token, String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private String name(UUID person) {
        return nameIn(emergency, person);
    }

    private String number(UUID person) {
        return emergency
                .awaitPerson(Service.INTAKE, person, found -> found.has("registrationNumber"))
                .path("registrationNumber")
                .asText();
    }

    @Test
    void an_officer_cannot_have_somebody_erased_by_merging_into_an_erasure() {
        UUID asked = emergency.arrived(People.named(People.man("SYR"), "Karim Daoud"));
        UUID victim = emergency.arrived(People.named(People.man("SYR"), "Yusuf Ibrahim"));
        String erasure =
                post(officers.coordinator(), "persons/" + asked + "/erasure", ASK)
                        .expect(201)
                        .text("erasureId");
        for (UUID[] pair : new UUID[][] {{asked, victim}, {victim, asked}}) {
            post(officers.intake(), "persons/" + pair[0] + "/merge", SAME.formatted(pair[1]))
                    .expect(409);
        }
        String sign = "erasures/" + erasure + "/signature";
        String second = officers.officer("Karim Saleh", Role.COORDINATOR);
        post(
                        second,
                        sign,
                        "{\"registrationNumbers\":[\"%s\",\"%s\"]}"
                                .formatted(number(asked), number(victim)))
                .expect(409);
        post(second, sign, "{\"registrationNumber\":\"" + number(asked) + "\"}").expect(201);
        assertThat(name(victim)).contains("Yusuf");
        assertThat(name(asked)).doesNotContain("Karim");
    }

    /** Two humans with rights in another operation only must not reach a person of this one. */
    @Test
    void an_erasure_in_another_operation_leaves_who_has_the_same_id_here_readable() {
        UUID victim = emergency.arrived(People.named(People.man("SYR"), "Yusuf Ibrahim"));
        Emergency other = emergency.neighbour("neighbour");
        other.intake()
                .settle(other.arrival(victim, People.named(People.man("SYR"), "Karim Daoud")))
                .expect(201);
        assertThat(nameIn(other, victim)).contains("Karim");

        other.erased(victim);

        assertThat(nameIn(other, victim)).doesNotContain("Karim");
        assertThat(name(victim)).contains("Yusuf");
    }

    private static String nameIn(Emergency operation, UUID person) {
        return operation
                .intake()
                .settle(
                        operation
                                .call("GET", "persons/" + person)
                                .token(operation.officers().intake()))
                .expect(200)
                .json()
                .path("identity")
                .toString();
    }

    @Test
    void who_signs_sees_and_names_every_registration_that_goes() {
        UUID one = emergency.arrived(People.named(People.man("SYR"), "Karim Daoud"));
        UUID other = emergency.arrived(People.named(People.man("SYR"), "Karim Dawud"));
        emergency.merging(one, other).expect(201);
        String erasure =
                post(officers.coordinator(), "persons/" + one + "/erasure", ASK)
                        .expect(201)
                        .text("erasureId");
        String listed =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "erasures").token(officers.coordinator()))
                        .expect(200)
                        .body();
        assertThat(listed).contains(number(one), number(other));
        String table =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "erasures?format=csv")
                                        .token(officers.coordinator()))
                        .expect(200)
                        .body();
        assertThat(table).contains(number(one)).contains(number(other)).doesNotContain("[");
        String sign = "erasures/" + erasure + "/signature";
        String second = officers.officer("Karim Saleh", Role.COORDINATOR);
        post(second, sign, "{}").expect(400);
        String both =
                "{\"registrationNumber\":\"%s\",\"registrationNumbers\":[\"%s\",\"%s\"]}"
                        .formatted(number(one), number(one), number(other));
        post(second, sign, both).expect(400);
        post(second, sign, "{\"registrationNumber\":\" \"}").expect(400);
        post(second, sign, "{\"registrationNumber\":\"" + number(one) + "\"}").expect(409);
        post(
                        second,
                        sign,
                        "{\"registrationNumbers\":[\"%s\",\"%s\"]}"
                                .formatted(number(other), number(one)))
                .expect(201);
        assertThat(name(other)).doesNotContain("Karim");
    }

    /** What was asked for is gone: the other is somebody else, and stays readable. */
    @Test
    void a_signature_after_the_merge_was_taken_back_erases_nobody_until_somebody_asks_again() {
        UUID asked = emergency.arrived(People.named(People.man("SYR"), "Karim Daoud"));
        UUID other = emergency.arrived(People.named(People.man("SYR"), "Karim Dawud"));
        String merge = emergency.merging(asked, other).expect(201).text("mergeId");
        String erasure = erasureOf(asked);
        emergency.unmerged(merge);
        String second = officers.officer("Karim Saleh", Role.COORDINATOR);
        String both =
                "{\"registrationNumbers\":[\"%s\",\"%s\"]}".formatted(number(asked), number(other));
        String one = "{\"registrationNumber\":\"%s\"}".formatted(number(asked));
        for (String numbers : new String[] {both, one}) {
            post(second, "erasures/" + erasure + "/signature", numbers).expect(409);
        }
        assertThat(name(asked)).contains("Karim");
        assertThat(name(other)).contains("Karim");

        post(second, "erasures/" + erasure + "/refusal", "{\"reason\":\"two people\"}").expect(201);
        post(second, "erasures/" + erasureOf(asked) + "/signature", one).expect(201);
        assertThat(name(asked)).doesNotContain("Karim");
        assertThat(name(other)).contains("Karim");
    }

    private String erasureOf(UUID person) {
        return post(officers.coordinator(), "persons/" + person + "/erasure", ASK)
                .expect(201)
                .text("erasureId");
    }
}
