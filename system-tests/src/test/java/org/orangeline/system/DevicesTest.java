package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Tablets show who they are with a key that never leaves them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesTest {

    private static final String WRONG = "0000-0000-0000-0000-0000";

    private RunningSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.startTurnable(folder.resolve("var"), 2);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void a_code_is_shown_once_with_its_picture_and_enrols_once() {
        Emergency emergency = Emergency.opened(system, "enrol");
        Call inviting =
                emergency
                        .call("POST", "devices")
                        .token(emergency.officers().coordinator())
                        .key("one")
                        .json(
                                "{\"deviceId\":\"tablet-1\",\"receptionPoint\":\"baghuz-east\","
                                        + "\"hours\":2}");
        JsonNode first = emergency.intake().settle(inviting).expect(201).json();
        String code = first.path("code").asText();
        assertThat(code).hasSizeGreaterThan(16);
        assertThat(new String(Base64.getDecoder().decode(first.path("picture").asText())))
                .startsWith("<svg")
                .doesNotContain(code);
        assertThat(emergency.intake().settle(inviting).expect(200).body())
                .contains("tablet-1")
                .doesNotContain(code, "picture");

        DeviceKeys keys = new DeviceKeys();
        Call enrolling = EnrolledDevice.enrolment(emergency, "tablet-1", code, keys);
        emergency.intake().settle(enrolling).expect(201);
        // The answer was lost on the way: the tablet asks again.
        emergency.intake().settle(enrolling).expect(200);
        refused(emergency, EnrolledDevice.enrolment(emergency, "tablet-1", code, new DeviceKeys()));
        String listed = devices(emergency).toString();
        assertThat(listed).contains("ENROLLED", "baghuz-east").doesNotContain(code);
    }

    @Test
    void a_code_that_ran_out_was_guessed_at_or_is_of_another_tablet_is_refused_alike() {
        Emergency emergency = Emergency.opened(system, "codes");
        String guessed = code(emergency, "tablet-1");
        for (int i = 0; i < 5; i++) {
            refused(
                    emergency,
                    EnrolledDevice.enrolment(emergency, "tablet-1", WRONG, new DeviceKeys()));
        }
        EnrolledDevice clock = emergency.device("tablet-clock");
        Call upload = clock.batch(emergency.officers().intake()).content(Call.NDJSON, "{}");
        String late = code(emergency, "tablet-2");
        system.stack().clock().turn(Duration.ofHours(25));
        Eventually.holds(
                "the service's clock has followed",
                () -> emergency.intake().settle(upload).status() == 401);
        String said = refused(emergency, enrolment(emergency, "tablet-1", guessed));
        String other = code(emergency, "tablet-3");
        assertThat(
                        List.of(
                                refused(emergency, enrolment(emergency, "tablet-4", other)),
                                refused(emergency, enrolment(emergency, "nobody", other)),
                                refused(emergency, enrolment(emergency, "tablet-2", late))))
                .as("what was wrong is not told")
                .containsOnly(said);
        emergency.intake().settle(enrolment(emergency, "tablet-3", other)).expect(201);
        // A machine invites nobody.
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "devices")
                                .token(emergency.officers().machine(Role.COORDINATOR))
                                .json(
                                        "{\"deviceId\":\"tablet-9\",\"receptionPoint\":\"east\","
                                                + "\"hours\":2}"))
                .expectRule(422, "S6");
    }

    @Test
    void after_five_wrong_codes_wrong_ones_have_to_wait_and_the_right_one_does_not() {
        Emergency emergency = Emergency.opened(system, "pause");
        String code = code(emergency, "tablet-1");
        for (int i = 0; i < 5; i++) {
            String unused = refused(emergency, wrong(emergency, "tablet-1"));
        }
        Answer tooMany = emergency.intake().settle(wrong(emergency, "tablet-1")).expectProblem(429);
        assertThat(Integer.parseInt(tooMany.header("Retry-After"))).isBetween(1, 181);
        // Of another tablet a wrong code is refused as before, and nobody keeps a tablet out.
        String unused = refused(emergency, wrong(emergency, "tablet-2"));
        emergency.intake().settle(enrolment(emergency, "tablet-1", code)).expect(201);
        system.stack().clock().turn(Duration.ofMinutes(4));
        Eventually.holds(
                "the pause is over",
                () -> emergency.intake().settle(wrong(emergency, "tablet-1")).status() == 401);
    }

    private static Call wrong(Emergency emergency, String tablet) {
        return EnrolledDevice.enrolment(emergency, tablet, WRONG, new DeviceKeys());
    }

    @Test
    void guesses_at_an_operation_that_is_not_there_cost_no_command() {
        Emergency emergency = Emergency.opened(system, "no-guess");
        long before = enrolmentCommands();
        for (int i = 0; i < 20; i++) {
            Call call = EnrolledDevice.enrolment(emergency, "tablet-" + i, WRONG, new DeviceKeys());
            Call guess =
                    new Call(
                            call.method(),
                            "operations/nowhere-" + i + "/devices/tablet-1/enrolment",
                            null,
                            call.mediaType(),
                            call.body(),
                            call.headers());
            emergency.intake().settle(guess).expectProblem(401);
        }
        assertThat(enrolmentCommands()).isEqualTo(before);
    }

    private long enrolmentCommands() {
        return system.api(Service.INTAKE)
                .send(Call.get("q/metrics"))
                .expect(200)
                .body()
                .lines()
                .filter(line ->
                        line.startsWith("orangeline_commands_total")
                                && line.contains("EnrolDevice"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void an_assertion_that_was_forged_used_or_made_for_something_else_is_refused() {
        Emergency emergency = Emergency.opened(system, "assertions");
        EnrolledDevice device = emergency.device("tablet-1");
        EnrolledDevice other = emergency.device("tablet-2");
        EnrolledDevice elsewhere = Emergency.opened(system, "elsewhere").device("tablet-1");
        String good = device.assertion();
        emergency.intake().settle(device.tokenFor(good)).expect(200);
        String said = refused(emergency, device.tokenFor(good));

        List<Supplier<String>> bad =
                List.of(
                        () -> device.keys().sign(claims(device).put("sub", "tablet-2")),
                        () -> device.keys().sign(claims(device).put("aud", "urn:another")),
                        () -> device.keys().sign(claims(device).put("nonce", "made.up")),
                        () ->
                                device.keys()
                                        .sign(
                                                claims(device)
                                                        .put(
                                                                "nonce",
                                                                other.challenge()
                                                                        .path("nonce")
                                                                        .asText())),
                        () ->
                                device.keys()
                                        .sign(
                                                claims(device)
                                                        .put(
                                                                "nonce",
                                                                elsewhere
                                                                        .challenge()
                                                                        .path("nonce")
                                                                        .asText())),
                        () -> device.keys().sign(claims(device).without(List.of("jti"))),
                        () -> other.keys().sign(claims(device)),
                        () -> elsewhere.keys().sign(claims(device)),
                        () -> device.keys().sign("none", claims(device).toString()),
                        () -> device.keys().sign("HS256", claims(device).toString()),
                        elsewhere::assertion,
                        () ->
                                device.assertion()
                                        .replaceFirst("\\.[^.]{20}", ".eyJzdWIiOiJ0YWJsZXQt"));
        for (Supplier<String> one : bad) {
            assertThat(refused(emergency, device.tokenFor(one.get()))).isEqualTo(said);
        }
        emergency.intake().settle(device.tokenFor(device.assertion())).expect(200);
    }

    private static ObjectNode claims(EnrolledDevice device) {
        JsonNode challenge = device.challenge();
        return DeviceKeys.claims(
                challenge.path("audience").asText(),
                device.id(),
                challenge.path("nonce").asText(),
                UUID.randomUUID().toString());
    }

    @Test
    void a_challenge_and_a_token_run_out_by_the_servers_clock() {
        Emergency emergency = Emergency.opened(system, "late");
        EnrolledDevice device = emergency.device("tablet-1");
        String assertion = device.assertion();
        Call upload = device.batch(emergency.officers().intake()).content(Call.NDJSON, "{}");
        emergency.intake().settle(upload).expect(200);

        system.stack().clock().turn(Duration.ofMinutes(16));

        Eventually.holds(
                "the token has run out", () -> emergency.intake().settle(upload).status() == 401);
        String unused = refused(emergency, device.tokenFor(assertion));
        for (Service service : Service.values()) {
            Call fresh = device.batch(emergency.officers().intake()).content(Call.NDJSON, "{}");
            system.api(service).settle(fresh).expect(200);
            Eventually.holds(
                    service + "'s clock has followed",
                    () -> system.api(service).settle(upload).status() == 401);
        }
    }

    @Test
    void a_tablet_uploads_its_own_items_and_a_human_looks_at_those_of_another_reception_point() {
        Emergency emergency = Emergency.opened(system, "bound");
        String officer = emergency.officers().intake();
        EnrolledDevice device = emergency.device("tablet-1");
        ObjectNode elsewhere = People.man("SYR").put("receptionPoint", "baghuz-west");
        ObjectNode others = People.man("SYR");
        others.putObject("device").put("deviceId", "tablet-2");
        String lines =
                item("tablet-2", 1, People.man("SYR"))
                        + item("tablet-1", 1, elsewhere)
                        + item("tablet-1", 3, others)
                        + item("tablet-1", 2, People.man("SYR"));
        List<JsonNode> outcomes =
                emergency
                        .intake()
                        .settle(device.batch(officer).content(Call.NDJSON, lines))
                        .expect(200)
                        .lines();
        assertThat(outcomes.stream().map(line -> line.path("outcome").asText()))
                .containsExactly("rejected", "held", "held", "durable");
        assertThat(outcomes.get(0).path("problem").path("type").asText()).endsWith("other-device");
        assertThat(outcomes.get(1).path("problem").path("type").asText())
                .endsWith("other-reception-point");
        assertThat(outcomes.get(2).path("problem").path("type").asText()).endsWith("other-device");
        HeldList held = HeldList.inIntake(emergency);
        List<String> waiting = held.lines("quarantined").findValuesAsText("itemId");
        assertThat(waiting).hasSize(2);
        assertThat(held.lines("quarantined").findValuesAsText("type").toString())
                .contains("other-reception-point", "other-device");
        UUID brought = UUID.fromString(waiting.getFirst());
        Call release = held.word(brought, "release", "lent to the west for a day");
        held.api().settle(release.token(emergency.officers().coordinator())).expect(200);
        Eventually.holds(
                "who was registered in the west is in the register",
                () -> held.line(brought, "done").path("state").asText().equals("DONE"));
        // What is held leaves no gap, and what is stored is stored whoever asks again.
        assertThat(
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "devices/tablet-1/cursor")
                                                .token(officer))
                                .expect(200)
                                .json()
                                .path("contiguous")
                                .asInt())
                .isEqualTo(3);
    }

    @Test
    void a_clock_that_is_a_year_wrong_is_flagged_and_used_for_nothing() {
        Emergency emergency = Emergency.opened(system, "clock");
        EnrolledDevice device = emergency.device("tablet-1");
        // Its assertion says that it is of the last century.
        String assertion = device.keys().sign(claims(device).put("iat", 1).put("exp", 2));
        emergency.intake().settle(device.tokenFor(assertion)).expect(200);
        assertThat(devices(emergency).get(0).path("clockFlagged").asBoolean()).isFalse();
        JsonNode outcome =
                emergency
                        .intake()
                        .settle(
                                device.batch(emergency.officers().intake())
                                        .content(
                                                Call.NDJSON,
                                                item("tablet-1", 1, People.man("SYR"))
                                                        .replaceFirst(
                                                                "\"method\"",
                                                                "\"deviceTime\":\"2018-01-01T00:00:00Z\","
                                                                        + "\"method\"")))
                        .expect(200)
                        .lines()
                        .getFirst();
        assertThat(outcome.path("outcome").asText()).isEqualTo("durable");
        assertThat(devices(emergency).get(0).path("clockFlagged").asBoolean()).isTrue();
        assertThat(devices(emergency).get(0).path("clockOffSeconds").asLong()).isNegative();
    }

    private static String item(String device, long sequence, ObjectNode form) {
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", UUID.randomUUID().toString())
                        .put("deviceId", device)
                        .put("deviceSequence", sequence)
                        .put("method", "PUT")
                        .put("path", "arrivals/" + UUID.randomUUID());
        item.set("body", form);
        return item + "\n";
    }

    private static JsonNode devices(Emergency emergency) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "devices").token(emergency.officers().intake()))
                .expect(200)
                .json()
                .path("items");
    }

    private static String code(Emergency emergency, String id) {
        return EnrolledDevice.invited(emergency, id, EnrolledDevice.RECEPTION_POINT)
                .path("code")
                .asText();
    }

    private static Call enrolment(Emergency emergency, String id, String code) {
        return EnrolledDevice.enrolment(emergency, id, code, new DeviceKeys());
    }

    private static String refused(Emergency emergency, Call call) {
        return emergency.intake().settle(call).expectProblem(401).body();
    }
}
