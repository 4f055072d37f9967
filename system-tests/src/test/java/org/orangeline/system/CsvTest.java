package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Every list comes as CSV, asked for by the address or by what the caller accepts. */
@OnTheSharedSystem
class CsvTest {

    static final Map<Service, List<String>> LISTS =
            Map.of(
                    Service.INTAKE,
                    List.of(
                            "persons/{id}/history",
                            "persons/{id}/family",
                            "persons/{id}/property",
                            "children-alone",
                            "duplicates",
                            "erasures",
                            "pre-registrations",
                            "pre-registrations?mismatch=true"),
                    Service.SCREENING,
                    List.of(
                            "persons/{id}/history",
                            "persons/{id}/answers",
                            "lines",
                            "lines/SYRIAN_MEN/persons",
                            "lines/SYRIAN_MEN/head-counts",
                            "lines/suggestions",
                            "screening-queue",
                            "screening-again",
                            "findings-in-doubt",
                            "approvals",
                            "approvals?status=returned",
                            "questionnaires",
                            "flow"));

    private final Emergency emergency;

    CsvTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "csv");
    }

    @Test
    void every_list_of_intake_and_screening_is_a_table_too() {
        UUID man = emergency.arrived(People.named(People.man("SYR"), "Yusuf Ibrahim"));
        JsonNode unused = emergency.awaitLine(man);
        LISTS.forEach((service, paths) ->
                paths.forEach(path -> {
                    String real = path.replace("{id}", man.toString());
                    String asked = real + (real.contains("?") ? "&" : "?") + "format=csv";
                    String byAddress = table(service, get(asked));
                    String byHeader = table(service, get(real).header("Accept", "text/csv"));
                    assertThat(byHeader.lines().findFirst())
                            .as(path)
                            .isEqualTo(byAddress.lines().findFirst());
                    assertThat(json(service, get(real).header("Accept", "*/*"))).as(path).isTrue();
                }));
    }

    @Test
    void what_a_search_finds_is_a_table_too() {
        UUID man = emergency.arrived(People.named(People.man("SYR"), "Yusuf Ibrahim"));
        Call search =
                emergency
                        .call("POST", "persons/search")
                        .token(emergency.officers().intake())
                        .json("{\"sex\":\"MALE\"}")
                        .header("Accept", "text/csv");
        assertThat(table(Service.INTAKE, search))
                .contains("registrationNumber", man.toString(), "Yusuf Ibrahim");
    }

    private Call get(String path) {
        return emergency.call("GET", path).token(emergency.officers().auditor());
    }

    private String table(Service service, Call call) {
        Answer answer = emergency.system().api(service).settle(call).expect(200);
        assertThat(answer.header("Content-Type")).as(call.toString()).startsWith("text/csv");
        assertThat(answer.header("View-Position")).as(call.toString()).isNotBlank();
        assertThat(answer.body()).as(call.toString()).startsWith("\uFEFF");
        return answer.body();
    }

    private boolean json(Service service, Call call) {
        return emergency
                .system()
                .api(service)
                .settle(call)
                .expect(200)
                .header("Content-Type")
                .startsWith("application/json");
    }
}
