package org.orangeline.screening.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.orangeline.kit.rest.Role.APPROVER;
import static org.orangeline.kit.rest.Role.LINE_OFFICER;
import static org.orangeline.kit.rest.Role.SCREENING_OFFICER;
import static org.orangeline.kit.testing.Tokens.human;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Sex;
import org.orangeline.kit.testing.LocalDeployment;

/** Times that officers tell, over HTTP. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class ToldLateRestTest extends OverHttp {

    private static String with(String body, Instant at) {
        return body.substring(0, body.length() - 1) + ",\"at\":\"" + at + "\"}";
    }

    @Test
    void what_is_told_of_a_person_was_after_the_arrival_and_is_kept() {
        String op = operation();
        UUID person = arrives(op, Sex.MALE, 30, 40);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String olga = human("olga", op, SCREENING_OFFICER);
        String lina = human("lina", op, LINE_OFFICER);
        String language = "{\"language\":\"ar\"}";
        String group = "{\"group\":\"UNDETERMINED\",\"reason\":\"papers\"}";
        String finding =
                "{\"finding\":\"CIVILIAN\",\"grounds\":[{\"code\":\"NO_INDICATION\",\"statement\":\"none\"}]}";
        for (Instant never :
                new Instant[] {now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))}) {
            post(op, person, "screening", with(language, never), olga)
                    .statusCode(422)
                    .body("rule", nullValue())
                    .body("detail", startsWith("at, the beginning,"));
            post(op, person, "group", with(group, never), lina).statusCode(422);
        }
        post(op, person, "screening", with(language, now), olga).statusCode(201);
        post(op, person, "answers", with(DECLINED, now), olga).statusCode(201);
        post(op, person, "recommendation", with(finding, now), olga).statusCode(201);
        post(
                        op,
                        person,
                        "conclusion",
                        with("{\"approve\":true,\"reason\":\"consistent\"}", now),
                        human("berta", op, APPROVER))
                .statusCode(201);
        post(op, person, "group", with(group, now), lina).statusCode(201);
        get(op, "persons/" + person + "/history", olga)
                .body(
                        "findAll { it.event == 'ScreeningConcluded' }.payload.at",
                        hasItem(now.toString()));
    }

    @Test
    void a_head_count_says_when_it_was() {
        String op = operation();
        String lina = human("lina", op, LINE_OFFICER);
        Instant then = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        String path = "lines/SYRIAN_MEN/head-counts";
        postTo(op, path, with("{\"counted\":2}", then), lina)
                .statusCode(201)
                .body("at", equalTo(then.toString()));
        postTo(op, path, with("{\"counted\":2}", then.plus(Duration.ofDays(1))), lina)
                .statusCode(422);
        postTo(op, path, with("{\"counted\":2}", then.minus(Duration.ofDays(60))), lina)
                .statusCode(422);
        get(op, path).body("items.at", hasItem(then.toString()));
    }
}
