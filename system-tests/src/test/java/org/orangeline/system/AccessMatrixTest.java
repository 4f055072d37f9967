package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;

/** Every call of the OpenAPI documents with every token that may not make it, and all that may. */
@OnTheSharedSystem
class AccessMatrixTest {

    private static final String OFFICER = "Zozan Elî";

    private final RunningSystem system;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    AccessMatrixTest(RunningSystem system) {
        this.system = system;
    }

    @TestFactory
    Stream<DynamicTest> S6_who_may_make_each_call_and_no_machine_decides() {
        Subjects subjects = new Subjects(Emergency.opened(system, "access"));
        Emergency other = Emergency.opened(system, "access-other");
        List<Described> calls = Described.all(system);
        assertThat(calls).hasSizeGreaterThan(20);
        return calls.stream()
                .map(described ->
                        DynamicTest.dynamicTest(
                                described.toString(),
                                () -> {
                                    if (!described.isOfficers()) {
                                        withoutOfficer(subjects, described);
                                        return;
                                    }
                                    assertThat(described.roles())
                                            .as("the document says who may call")
                                            .isNotNull()
                                            .isNotEmpty();
                                    withoutValidToken(subjects, described);
                                    inAnotherOperation(subjects, described, other.operation());
                                    byRole(subjects, described);
                                    byMachine(subjects, described);
                                    byTablet(subjects, described, other);
                                }));
    }

    @Test
    void the_calls_without_an_officers_token_are_these_three() {
        assertThat(
                        Described.all(system).stream()
                                .filter(described -> !described.isOfficers())
                                .map(described -> described + " " + described.proof()))
                .containsExactlyInAnyOrder(
                        "intake-service POST /operations/{op}/devices/{deviceId}/enrolment"
                                + " enrolment-code",
                        "intake-service POST /operations/{op}/devices/{deviceId}/challenge nothing",
                        "intake-service POST /operations/{op}/devices/{deviceId}/token"
                                + " device-assertion");
    }

    @Test
    void health_metrics_and_documents_need_no_token() {
        for (Service service : Service.values()) {
            for (String path : List.of("q/health/ready", "q/metrics", "q/openapi")) {
                Answer unused = system.api(service).send(Call.get(path)).expect(200);
            }
        }
    }

    @Test
    void who_reaches_the_calls_reaches_neither_health_nor_metrics_nor_documents() {
        for (Service service : Service.values()) {
            for (String path :
                    List.of(
                            "q/health/ready",
                            "q/health",
                            "q/metrics",
                            "q/openapi",
                            "q/swagger-ui/",
                            "q/dev-ui",
                            "q/info")) {
                // A slash more keeps the helper from asking the port for management.
                Answer public_ = system.api(service).send(Call.get("./" + path));
                assertThat(public_.status()).as(path).isIn(401, 404);
            }
        }
    }

    private void withoutValidToken(Subjects subjects, Described described)
            throws NoSuchAlgorithmException {
        String operation = subjects.emergency().operation();
        Role[] every = Role.values();
        TokenRequest good = TokenRequest.human(OFFICER, operation, every);
        String valid = token(operation, every);
        Call call = subjects.call(described);
        send(described, call).expectProblem(401);
        send(described, call.token("not-a-token")).expectProblem(401);
        send(described, call.token(unsigned(valid))).expectProblem(401);
        send(described, call.token(valid.substring(0, valid.length() - 6) + "AAAAAA"))
                .expectProblem(401);
        send(described, call.token(foreign(good))).expectProblem(401);
        String expired =
                tokens.computeIfAbsent(
                        "expired",
                        any -> system.stack().tokens().issue(good.validFor(Duration.ofHours(-1))));
        send(described, call.token(expired)).expectProblem(401);
        // Who is calling comes before what is sent.
        send(described, broken(call)).expectProblem(401);
    }

    private void inAnotherOperation(Subjects subjects, Described described, String existing) {
        if (!described.isOfAnOperation()) {
            return;
        }
        String operation = subjects.emergency().operation();
        String here = token(operation, Role.values());
        send(described, subjects.elsewhere(described, existing).token(here)).expectProblem(404);
        if (described.path().contains("{op}")) {
            String both = token("never-opened", Role.values());
            // A service that was held up for a moment first makes sure.
            system.api(described.service())
                    .settle(subjects.elsewhere(described, "never-opened").token(both))
                    .expectProblem(404);
            send(described, broken(subjects.elsewhere(described, existing)).token(here))
                    .expectProblem(404);
        }
    }

    private void byRole(Subjects subjects, Described described) {
        String operation = subjects.emergency().operation();
        for (Role role : Role.values()) {
            Call call = subjects.call(described).token(token(operation, role));
            if (described.roles() != null && described.roles().contains(role.spelled())) {
                assertThat(send(described, call).status())
                        .as(described + " by " + role)
                        .isNotIn(401, 403, 400, 415, 500);
            } else {
                send(described, call).expectProblem(403);
                send(described, broken(call)).expectProblem(403);
            }
        }
        send(described, subjects.call(described).token(token(operation))).expectProblem(403);
    }

    // The proof is all that counts: no token helps, and where there is none nothing is told.
    private void withoutOfficer(Subjects subjects, Described described) {
        assertThat(described.roles()).as("no role lets anybody in").isEmpty();
        String operation = subjects.emergency().operation();
        Call call = subjects.call(described);
        int status = described.proof().equals("nothing") ? 200 : 401;
        for (Call one :
                List.of(
                        call,
                        call.token("not-a-token"),
                        call.token(token(operation, Role.values())),
                        subjects.elsewhere(described, "never-opened"))) {
            Answer answer = system.api(described.service()).settle(one);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        }
        send(described, broken(call)).expectProblem(415);
    }

    private void byTablet(Subjects subjects, Described described, Emergency other) {
        if (!described.fromDevice()) {
            return;
        }
        String operation = subjects.emergency().operation();
        Call call = subjects.call(described).token(token(operation, Role.values()));
        String good = subjects.device().token();
        for (String bad :
                List.of(
                        "not-a-token",
                        good.substring(0, good.length() - 6) + "AAAAAA",
                        other.device("tablet-0").token(),
                        token(operation, Role.values()))) {
            send(described, call.header("Device-Token", bad)).expectProblem(401);
        }
        send(described, call.without("Device-Token")).expectProblem(401);
        send(described, broken(call.without("Device-Token"))).expectProblem(401);
    }

    private void byMachine(Subjects subjects, Described described) {
        if (described.humanOnly()) {
            String machine = subjects.emergency().officers().machine(Role.values());
            send(described, subjects.call(described).token(machine)).expectRule(422, "S6");
        }
    }

    private static Call broken(Call call) {
        return call.mediaType() == null ? call : call.content("text/plain", "{");
    }

    // A signature costs more than the call that it is for.
    private String token(String operation, Role... roles) {
        return tokens.computeIfAbsent(
                operation + List.of(roles),
                any ->
                        system.stack()
                                .tokens()
                                .issue(TokenRequest.human(OFFICER, operation, roles)));
    }

    private String foreign(TokenRequest request) throws NoSuchAlgorithmException {
        String before = tokens.get("foreign");
        if (before != null) {
            return before;
        }
        String made =
                new TokenIssuer(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate())
                        .issue(request);
        tokens.put("foreign", made);
        return made;
    }

    private Answer send(Described described, Call call) {
        return system.api(described.service()).send(call);
    }

    private static String unsigned(String valid) {
        String header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                "{\"alg\":\"none\",\"typ\":\"JWT\"}"
                                        .getBytes(StandardCharsets.UTF_8));
        return header + valid.substring(valid.indexOf('.'), valid.lastIndexOf('.') + 1);
    }
}
