package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an agency asked and was not told is written down, too: a series of it is probing. */
@OnTheSharedSystem
class RefusedIdentityRequestTest {

    private static final String NAME = "Leyla Botan";
    private static final int BUDGET = 20;

    private final RunningSystem system;
    private final Emergency emergency;
    private final IdentityRequests asking;

    RefusedIdentityRequestTest(RunningSystem system) {
        this.system = system;
        this.emergency = Emergency.opened(system, "refused");
        this.asking = new IdentityRequests(system, emergency);
    }

    @Test
    void a_refusal_says_who_asked_what_under_which_purpose_and_why_and_nothing_of_the_person() {
        asking.agreement("bureau", one -> one.put("identity", true));
        asking.agreement("curious", one -> one);
        asking.agreement(
                "guardians",
                one -> {
                    one.withObject("/rows").put("childrenOnly", true);
                    return one.put("identity", true);
                });
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), NAME));
        UUID erased = emergency.arrived(People.named(People.woman("SYR"), NAME));
        UUID stranger = UUID.randomUUID();
        emergency.erased(erased);

        asking.ask("curious", stranger).expectProblem(403);
        asking.ask("nobody", stranger).expectProblem(403);
        asking.ask("bureau", asking.byNumber(woman)).expectProblem(403);
        asking.ask("bureau", stranger).expectProblem(404);
        asking.ask("guardians", asking.subject("guardians", woman)).expectProblem(404);
        asking.ask("bureau", asking.subject("bureau", erased)).expectProblem(410);

        List<JsonNode> refused = list(asking.refused());
        assertThat(refused)
                .extracting(one -> one.path("refused").asText())
                .containsExactly(
                        "identity-not-agreed",
                        "no-agreement",
                        "numbers-not-agreed",
                        "nobody",
                        "outside-of-rows",
                        "erased");
        assertThat(refused)
                .allMatch(one -> one.path("actor").asText().startsWith("machine:"))
                .allMatch(one -> one.hasNonNull("at"));
        assertThat(refused.toString()).doesNotContain(NAME, asking.number(woman));
        JsonNode number = refused.get(2);
        assertThat(number.path("agency").asText()).isEqualTo(asking.agency("bureau"));
        assertThat(number.path("agreement").asText()).isEqualTo(asking.agency("bureau") + "/1");
        assertThat(number.path("purpose").asText()).isEqualTo("find families");
        assertThat(number.path("asked").asText()).isEqualTo("a registration number");
        JsonNode unknown = refused.get(3);
        assertThat(unknown.path("asked").asText()).isEqualTo(stranger.toString());
        assertThat(unknown.path("persons")).isEmpty();
        // Free text is kept under a person's key, or not at all.
        assertThat(refused)
                .filteredOn(one -> one.hasNonNull("reason"))
                .extracting(one -> one.path("refused").asText())
                .containsExactly("outside-of-rows");
        assertThat(list(asking.reads(woman)))
                .anyMatch(one ->
                        one.path("refused").asText().equals("outside-of-rows")
                                && one.path("reason").asText().equals(IdentityRequests.REASON));
        assertThat(list(asking.reads(erased)))
                .anyMatch(one -> one.path("refused").asText().equals("erased"));
    }

    @Test
    void a_series_of_refusals_raises_an_alarm_in_the_log_the_metrics_and_the_audit()
            throws IOException {
        asking.agreement("probing", one -> one.put("identity", true));
        double alarms = metric("orangeline_identity_refusal_alarms_total");
        double nobody = metric("orangeline_identity_refusals_total{why=\"nobody\"}");

        for (int i = 0; i < BUDGET; i++) {
            asking.ask("probing", UUID.randomUUID()).expectProblem(404);
        }
        assertThat(list(asking.refused())).noneMatch(one -> one.has("overBudget"));
        // One more, should an hour begin in between.
        for (int i = 0; i <= BUDGET; i++) {
            asking.ask("probing", UUID.randomUUID()).expectProblem(404);
        }

        assertThat(metric("orangeline_identity_refusals_total{why=\"nobody\"}"))
                .as("others may ask as well")
                .isGreaterThanOrEqualTo(nobody + 2 * BUDGET + 1);
        assertThat(metric("orangeline_identity_refusal_alarms_total"))
                .isGreaterThanOrEqualTo(alarms + 1);
        assertThat(list(asking.refused())).anyMatch(one -> one.path("overBudget").asBoolean());
        Path log = system.logFile("intake-service");
        assertThat(Files.readString(log))
                .contains("was refused to know who somebody is more than 20 times in the hour");
    }

    @Test
    void an_agreement_that_was_changed_or_rolled_back_under_its_version_entitles_to_nothing()
            throws IOException {
        asking.agreement("bureau", one -> one.put("identity", true));
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), NAME));
        UUID subject = asking.subject("bureau", woman);
        asking.ask("bureau", subject).expect(200);

        asking.agreement(
                "bureau", one -> one.put("identity", true).put("registrationNumbers", true));
        asking.ask("bureau", subject).expectProblem(403);
        asking.ask("bureau", asking.byNumber(woman)).expectProblem(403);
        asking.agreement("bureau", one -> one.put("identity", true));
        asking.ask("bureau", subject).expect(200);

        Path second =
                asking.agreement(
                        "bureau",
                        one ->
                                one.put("identity", true)
                                        .put("registrationNumbers", true)
                                        .put("version", 2));
        asking.ask("bureau", asking.byNumber(woman)).expect(200);
        Files.delete(second);
        asking.ask("bureau", subject).expectProblem(403);

        assertThat(list(asking.refused()))
                .extracting(one -> one.path("refused").asText())
                .containsExactly("agreement-changed", "agreement-changed", "agreement-rolled-back");
    }

    private double metric(String name) {
        return emergency
                .intake()
                .send(Call.get("q/metrics"))
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .sum();
    }

    private static List<JsonNode> list(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
