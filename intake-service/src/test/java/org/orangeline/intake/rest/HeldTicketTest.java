package org.orangeline.intake.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.HeldTicket;
import org.orangeline.kit.rest.HeldTickets;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;

/** A ticket lets in the one call that it names, and nothing else. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class HeldTicketTest extends OverHttp {

    private static final UUID ITEM = new UUID(0, 9);

    private static final String FORM =
            """
            {"receptionPoint":"east","arrivedAt":"2019-03-05T09:12:00Z","sex":"MALE",\
            "age":{"min":30,"max":40}}\
            """;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HeldTickets tickets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Clock clock;

    @Test
    void the_call_that_it_names_is_made_in_the_name_of_who_uploaded() {
        String op = operation();
        UUID person = next();
        String path = path(op, person);
        String ticket = sign(op, path, Role.INTAKE_OFFICER, later());
        assertThat(put(path, FORM, ticket, ITEM)).isEqualTo(201);
        get(op, "persons/" + person + "/history")
                .body("[0].actor", org.hamcrest.Matchers.equalTo("human:dilan"));
        assertThat(put(path, FORM, ticket, ITEM)).as("again").isEqualTo(200);
    }

    @Test
    void what_a_human_released_is_decided_whichever_tablet_it_names() {
        String op = operation();
        UUID person = next();
        String path = path(op, person);
        String form = FORM.replaceFirst("\\{", "{\"device\":{\"deviceId\":\"tablet-7\"},");
        String ticket = sign(op, path, Role.INTAKE_OFFICER, later(), form);
        assertThat(put(path, form, ticket, ITEM)).isEqualTo(201);
        assertThat(put(path, FORM.replace("MALE", "FEMALE"), ticket, ITEM)).isEqualTo(401);
    }

    @Test
    void another_content_path_item_version_or_method_is_refused() {
        String op = operation();
        UUID person = next();
        String path = path(op, person);
        String ticket = sign(op, path, Role.INTAKE_OFFICER, later());
        assertThat(put(path, FORM.replace("MALE", "FEMALE"), ticket, ITEM)).isEqualTo(401);
        assertThat(put(path(op, next()), FORM, ticket, ITEM)).isEqualTo(401);
        assertThat(put(path + "?asOf=1", FORM, ticket, ITEM)).isEqualTo(401);
        assertThat(put(path, FORM, ticket, UUID.randomUUID())).isEqualTo(401);
        assertThat(with(ticket, ITEM).header("If-Match", "*").body(FORM).put(path).statusCode())
                .isEqualTo(401);
        assertThat(with(ticket, ITEM).get("/operations/" + op + "/duplicates").statusCode())
                .isEqualTo(401);
        assertThat(
                        with(ticket, ITEM)
                                .header(
                                        "Authorization",
                                        "Bearer " + Tokens.human("x", op, Role.INTAKE_OFFICER))
                                .body(FORM)
                                .put(path)
                                .statusCode())
                .isEqualTo(401);
        get(op, "persons/" + person).statusCode(404);
    }

    @Test
    void one_that_ran_out_or_was_forged_is_refused_and_none_gives_a_role_that_was_not_there() {
        String op = operation();
        String path = path(op, next());
        assertThat(put(path, FORM, sign(op, path, Role.INTAKE_OFFICER, clock.instant()), ITEM))
                .isEqualTo(401);
        String good = sign(op, path, Role.INTAKE_OFFICER, later());
        assertThat(put(path, FORM, good.substring(0, good.length() - 4) + "AAAA", ITEM))
                .isEqualTo(401);
        assertThat(put(path, FORM, sign(op, path, Role.LINE_OFFICER, later()), ITEM))
                .isEqualTo(403);
        assertThat(put(path, FORM, sign("other", path, Role.INTAKE_OFFICER, later()), ITEM))
                .isEqualTo(404);
    }

    @Test
    void S6_no_ticket_makes_a_decision_in_the_name_of_who_uploaded_it() {
        String op = operation();
        String path = "/operations/" + op + "/persons/" + next() + "/merge";
        String form = "{\"into\":\"" + next() + "\",\"reason\":\"the same man\"}";
        String ticket = sign(op, path, Role.INTAKE_OFFICER, later(), form, "POST");
        with(ticket, ITEM)
                .body(form)
                .post(path)
                .then()
                .statusCode(422)
                .body("rule", org.hamcrest.Matchers.equalTo("S6"))
                .body("detail", org.hamcrest.Matchers.containsString("anew"));
    }

    private Instant later() {
        return clock.instant().plusSeconds(60);
    }

    private static String path(String op, UUID person) {
        return "/operations/" + op + "/arrivals/" + person;
    }

    private String sign(String op, String path, Role role, Instant until) {
        return sign(op, path, role, until, FORM);
    }

    private String sign(String op, String path, Role role, Instant until, String form) {
        return sign(op, path, role, until, form, "PUT");
    }

    private String sign(
            String op, String path, Role role, Instant until, String form, String method) {
        return tickets.sign(
                new HeldTicket(
                        op,
                        true,
                        "dilan",
                        List.of(role),
                        method,
                        path,
                        ITEM,
                        Map.of(),
                        tickets.hash(form),
                        until));
    }

    private static int put(String path, String body, String ticket, UUID item) {
        return with(ticket, item).body(body).put(path).statusCode();
    }

    private static RequestSpecification with(String ticket, UUID item) {
        return given().header(HeldTicket.HEADER, ticket)
                .header("Idempotency-Key", item.toString())
                .contentType("application/json");
    }
}
