package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans and profiles that do not fit their published schema are refused: once written they would
 * leave {@code verify} red for ever.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedShapesStoryTest {

    private static final String PLAN =
            """
            {"id":"%s","groups":[{"code":"%s","line":"%s","kind":"UNDETERMINED"}],\
            "rules":[{"id":"r","group":"%s","nationalities":["%s"]}],"otherwise":"%s"}\
            """;

    private RunningSystem system;
    private Emergency emergency;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.start(folder.resolve("var"), 1);
        emergency = Emergency.opened(system, "shapes");
    }

    @AfterAll
    void stop() {
        system.close();
    }

    private static String plan(String id, String code, String line, String country) {
        return PLAN.formatted(id, code, line, code, country, code);
    }

    private static String asked(String name, String value) {
        return "{\"" + name + "\":" + value + ",\"reason\":\"one table\"}";
    }

    private Answer put(String path, String body) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", path)
                                .token(emergency.officers().coordinator())
                                .json(body));
    }

    private JsonNode shown(String path) {
        return emergency
                .intake()
                .settle(emergency.call("GET", path).token(emergency.officers().coordinator()))
                .expect(200)
                .json();
    }

    private static List<String> fields(Answer answer) {
        return answer.json().path("errors").findValuesAsText("field");
    }

    @Test
    void a_plan_that_does_not_fit_is_refused_for_an_operation_and_when_one_is_opened() {
        String another = "never-opened";
        String coordinator = new Officers(system.stack().tokens(), another).coordinator();
        JsonNode before = shown("plan");
        for (String[] wrong :
                new String[][] {
                    {plan("", "TABLE", "table", "SYR"), "plan.id"},
                    {plan("x", "table-1", "table", "SYR"), "plan.groups.0.code"},
                    {plan("x", "TABLE", "", "SYR"), "plan.groups.0.line"},
                    {plan("x", "TABLE", "table", "Syria"), "plan.rules.0.nationalities.0"},
                }) {
            BadInputTest.nothingIsWritten(
                    emergency,
                    () -> {
                        Answer changed = put("plan", asked("plan", wrong[0])).expectProblem(400);
                        assertThat(fields(changed)).contains(wrong[1]);
                        Answer opened =
                                emergency
                                        .intake()
                                        .settle(
                                                Call.of("POST", "operations")
                                                        .token(coordinator)
                                                        .json(opening(another, wrong[0])))
                                        .expectProblem(400);
                        assertThat(fields(opened)).contains(wrong[1]);
                    });
        }
        assertThat(shown("plan")).isEqualTo(before);
        assertThat(system.log().countBySubject("OperationOpened", another)).isEmpty();
        // One that fits counts, and who comes is sorted by it.
        put("plan", asked("plan", plan("x", "TABLE", "table", "SYR"))).expect(201);
        assertThat(shown("plan").path("id").asText()).isEqualTo("x");
        emergency
                .intake()
                .settle(
                        Call.of("POST", "operations")
                                .token(coordinator)
                                .json(opening(another, plan("y", "TABLE", "table", "SYR"))))
                .expect(201);
        system.verify();
    }

    private static String opening(String operation, String plan) {
        return "{\"operation\":\"%s\",\"name\":\"A\",\"numberPrefix\":\"NVR\",\"plan\":%s}"
                .formatted(operation, plan);
    }

    @Test
    void a_legal_profile_that_does_not_fit_is_refused_and_waits_for_nobody() {
        JsonNode before = shown("legal-profile");
        for (String[] wrong :
                new String[][] {
                    {"id", ""}, {"lineWaitLimit", "soon"}, {"reviewEvery", "6 months"},
                }) {
            ObjectNode profile = before.deepCopy();
            profile.put("id", "own").put(wrong[0], wrong[1]);
            BadInputTest.nothingIsWritten(
                    emergency,
                    () ->
                            put("legal-profile", asked("legalProfile", profile.toString()))
                                    .expectProblem(400));
        }
        assertThat(shown("legal-profile/changes")).isEmpty();
        assertThat(shown("legal-profile")).isEqualTo(before);
        ObjectNode fits = before.deepCopy();
        fits.put("id", "winter").put("lineWaitLimit", "PT12H");
        put("legal-profile", asked("legalProfile", fits.toString())).expect(202);
        assertThat(shown("legal-profile/changes")).hasSize(1);
        system.verify();
    }
}
