package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;

/** What an operator can set about tokens counts on the running stack. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenSettingsTest {

    private static final String FIRST_ISSUER = "https://orangeline.local";
    private static final String SECOND_ISSUER = "https://second.example";

    private RunningSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.start(folder.resolve("var"), 1);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void a_clock_that_differs_by_less_than_the_skew_that_is_set_is_no_reason_to_refuse_a_token() {
        Emergency emergency = Emergency.opened(system, "skew");
        ServiceProcess wide = instance("120");
        ServiceProcess narrow = instance("5");
        for (ServiceProcess either : List.of(wide, narrow)) {
            assertThat(answer(either, emergency, () -> lasting(-3_600, 3_600))).isEqualTo(200);
            assertThat(answer(either, emergency, () -> lasting(-3_600, -300))).isEqualTo(401);
            assertThat(answer(either, emergency, () -> lasting(300, 3_600))).isEqualTo(401);
        }
        assertThat(answer(wide, emergency, () -> lasting(-3_600, -70))).isEqualTo(200);
        assertThat(answer(narrow, emergency, () -> lasting(-3_600, -20))).isEqualTo(401);
        assertThat(answer(wide, emergency, () -> lasting(90, 3_600))).isEqualTo(200);
        assertThat(answer(narrow, emergency, () -> lasting(50, 3_600))).isEqualTo(401);
        wide.stop();
        narrow.stop();
    }

    @Test
    void where_no_skew_is_allowed_no_token_is_taken_that_has_run_out() {
        Emergency emergency = Emergency.opened(system, "no-skew");
        ServiceProcess none = instance("0");
        try {
            assertThat(answer(none, emergency, () -> lasting(-3_600, 3_600))).isEqualTo(200);
            assertThat(answer(none, emergency, () -> lasting(-3_600, -20))).isEqualTo(401);
            assertThat(answer(none, emergency, () -> lasting(50, 3_600))).isEqualTo(401);
        } finally {
            none.stop();
        }
    }

    @Test
    void where_nothing_is_set_the_skew_is_half_a_minute_as_the_page_for_operators_says() {
        Emergency emergency = Emergency.opened(system, "usual-skew");
        ServiceProcess usual = system.process(Service.INTAKE);
        Eventually.holds(
                "a token that ran out just now is taken",
                () -> answer(usual, emergency, () -> lasting(-3_600, -10)) == 200);
        assertThat(answer(usual, emergency, () -> lasting(-3_600, -45))).isEqualTo(401);
        assertThat(answer(usual, emergency, () -> lasting(50, 3_600))).isEqualTo(401);
    }

    private ServiceProcess instance(String skew) {
        return system.another(Service.INTAKE, Map.of("MP_JWT_VERIFY_CLOCK_SKEW", skew));
    }

    /** Each time it is asked again it is with a token of that moment. */
    private int answer(ServiceProcess instance, Emergency emergency, Supplier<ObjectNode> claims) {
        return Eventually.some(
                        "the instance answers",
                        () ->
                                new Api(instance.address())
                                        .attempt(
                                                emergency
                                                        .call("GET", "exports")
                                                        .token(
                                                                signed(
                                                                        claims.get(),
                                                                        emergency,
                                                                        "auditor")))
                                        .filter(answer -> answer.status() != 503))
                .status();
    }

    @Test
    void S3_the_same_subject_of_another_issuer_is_no_second_human_and_another_subject_is() {
        Emergency emergency = Emergency.opened(system, "issuers");
        UUID person = screened(emergency);
        String first = officer(emergency, FIRST_ISSUER, "officer-17");
        recommended(emergency.screening(), emergency, first, person);
        Map<String, String> replaced =
                Map.of(
                        "MP_JWT_VERIFY_ISSUER", SECOND_ISSUER,
                        "ORANGELINE_TOKENS_FIRST_ISSUER", FIRST_ISSUER);
        instead(
                replaced,
                api -> {
                    api.settle(emergency.conclusion(first, person)).expectProblem(401);
                    String same = officer(emergency, SECOND_ISSUER, "officer-17");
                    api.settle(emergency.conclusion(same, person)).expectRule(422, "S3");
                    String other = officer(emergency, SECOND_ISSUER, "officer-18");
                    api.settle(emergency.conclusion(other, person)).expect(201);
                    assertThat(actors(api, emergency, other, person))
                            .contains(
                                    "human:officer-17", "human:{" + SECOND_ISSUER + "}officer-18");
                });
    }

    @Test
    void S3_one_human_with_a_subject_for_each_client_is_known_by_the_claim_that_is_set() {
        Emergency emergency = Emergency.opened(system, "pairwise");
        UUID person = screened(emergency);
        instead(
                Map.of("ORANGELINE_TOKENS_SUBJECT", "oid"),
                api -> {
                    String tablet = pairwise(emergency, "sub-of-tablet", "oid-7");
                    String desk = pairwise(emergency, "sub-of-desk", "oid-7");
                    String colleague = pairwise(emergency, "sub-of-tablet", "oid-8");
                    recommended(api, emergency, tablet, person);
                    api.settle(emergency.conclusion(desk, person)).expectRule(422, "S3");
                    // Who names nobody by that claim is nobody.
                    String nobody = officer(emergency, FIRST_ISSUER, "sub-of-desk");
                    api.settle(emergency.conclusion(nobody, person)).expectProblem(401);
                    api.settle(emergency.conclusion(colleague, person)).expect(201);
                    assertThat(actors(api, emergency, colleague, person))
                            .contains("human:oid-7", "human:oid-8")
                            .noneMatch(actor -> actor.contains("sub-of-"));
                });
    }

    /** Somebody who was asked what is required, by an officer of before. */
    private static UUID screened(Emergency emergency) {
        UUID person = emergency.arrived(People.man("SYR"));
        assertThat(emergency.awaitLine(person).path("group").asText()).isEqualTo("SYRIAN_MEN");
        emergency.asked(person);
        return person;
    }

    private static void recommended(Api api, Emergency emergency, String officer, UUID person) {
        api.settle(emergency.recommendationOfAsked(officer, person, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
    }

    /** One instance of screening-service with other settings, and no usual one beside it. */
    private void instead(Map<String, String> settings, Consumer<Api> test) {
        ServiceProcess usual = system.process(Service.SCREENING);
        usual.stop();
        ServiceProcess special = system.another(Service.SCREENING, settings);
        try {
            test.accept(new Api(special.address()));
        } finally {
            special.stop();
            ServiceProcess unused = usual.start().awaitReady(Eventually.LIMIT);
        }
    }

    private static List<String> actors(Api api, Emergency emergency, String officer, UUID person) {
        return api.settle(emergency.call("GET", "persons/" + person + "/history").token(officer))
                .expect(200)
                .json()
                .findValuesAsText("actor");
    }

    private String officer(Emergency emergency, String issuer, String subject) {
        ObjectNode claims = lasting(-60, 3_600).put("iss", issuer).put("sub", subject);
        return signed(claims, emergency, "screening-officer", "approver");
    }

    private String pairwise(Emergency emergency, String subject, String oid) {
        ObjectNode claims = lasting(-60, 3_600).put("sub", subject).put("oid", oid);
        return signed(claims, emergency, "screening-officer", "approver");
    }

    /** Issued and run out so many seconds from now. */
    private static ObjectNode lasting(long from, long until) {
        long now = Instant.now().getEpochSecond();
        return Answer.MAPPER
                .createObjectNode()
                .put("iss", FIRST_ISSUER)
                .put("aud", "orangeline")
                .put("sub", "auditor-1")
                .put("kind", "human")
                .put("iat", now + from)
                .put("exp", now + until);
    }

    private String signed(ObjectNode claims, Emergency emergency, String... roles) {
        for (String role : roles) {
            claims.withArray("/groups").add(role);
        }
        claims.putArray("operations").add(emergency.operation());
        return SignedClaims.of(system, "JWT", claims);
    }
}
