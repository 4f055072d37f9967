package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** An agency asks who somebody is: only by its agreement, one by one, and written down. */
@OnTheSharedSystem
class IdentityRequestTest {

    private static final String NAME = "Leyla Botan";
    private static final String REASON = IdentityRequests.REASON;

    private final RunningSystem system;
    private final Emergency emergency;
    private final Officers officers;
    private final IdentityRequests asking;

    IdentityRequestTest(RunningSystem system) {
        this.system = system;
        this.emergency = Emergency.opened(system, "who-is-it");
        this.officers = emergency.officers();
        this.asking = new IdentityRequests(system, emergency);
    }

    @Test
    void an_entitled_agency_is_told_and_it_is_written_down_under_the_agreements_purpose() {
        asking.agreement("bureau", one -> one.put("identity", true));
        UUID woman = arrived();

        Answer told = asking.ask("bureau", asking.subject("bureau", woman)).expect(200);
        assertThat(told.json().at("/identity/names/0/value").asText()).isEqualTo(NAME);
        assertThat(told.json().at("/identity/documents/0").asText()).isEqualTo("SY-118-2019");
        assertThat(told.text("subject")).isEqualTo(asking.subject("bureau", woman).toString());
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.body()).doesNotContain(woman.toString(), "BGZ-");

        JsonNode read = asking.reads(woman).get(0);
        assertThat(read.path("call").asText()).isEqualTo("POST /operations/{op}/identity-requests");
        assertThat(read.path("actor").asText()).startsWith("machine:").contains("bureau");
        assertThat(read.path("agency").asText()).isEqualTo(asking.agency("bureau"));
        assertThat(read.path("agreement").asText()).isEqualTo(asking.agency("bureau") + "/1");
        assertThat(read.path("purpose").asText()).isEqualTo("find families");
        assertThat(read.path("reason").asText()).isEqualTo(REASON);
    }

    @Test
    void whoever_is_not_entitled_is_not_even_told_whether_there_is_such_a_person()
            throws IOException {
        asking.agreement("bureau", one -> one.put("identity", true));
        asking.agreement("curious", one -> one);
        asking.agreement("declined", one -> one.put("identity", false));
        asking.agreement(
                "late", one -> one.put("identity", true).put("validTo", "2020-01-01T00:00:00Z"));
        asking.agreement(
                "elsewhere",
                one -> {
                    one.withObject("/rows").putArray("operations").add("another");
                    return one.put("identity", true);
                });
        // Intake-service cannot tell who is in a facility.
        asking.agreement(
                "camp",
                one -> {
                    one.withObject("/rows").putArray("facilities").add("roj");
                    return one.put("identity", true);
                });
        Path forged = asking.agreement("forged", one -> one.put("identity", true));
        Files.writeString(forged, Files.readString(forged).replace("\"HOUR\"", "\"DAY\""));
        UUID woman = arrived();

        for (String agency :
                new String[] {
                    "curious", "declined", "late", "elsewhere", "camp", "forged", "nobody"
                }) {
            assertAlike(403, agency, asking.subject(agency, woman));
        }
        // Another agency's id of the same person is nobody, as the person's own id is.
        assertAlike(404, "bureau", asking.subject("curious", woman));
        assertAlike(404, "bureau", woman);
        asking.ask(
                        asking.token("bureau"),
                        "another",
                        IdentityRequests.body(asking.subject("bureau", woman)))
                .expectProblem(403);
        assertThat(asking.ask("bureau", asking.byNumber(woman)).expectProblem(403).body())
                .contains("not-entitled");
        for (Role role : Role.values()) {
            if (role != Role.AGENCY) {
                String officer = officers.officer("Someone", role);
                emergency
                        .intake()
                        .settle(
                                asking.request(
                                        officer,
                                        IdentityRequests.body(asking.subject("bureau", woman))))
                        .expectProblem(403);
            }
        }
        assertThat(asking.reads(woman).toString()).doesNotContain("identity-requests");
    }

    @Test
    void an_agency_for_children_is_told_of_children_only_by_the_age_as_corrected() {
        asking.agreement(
                "guardians",
                one -> {
                    one.withObject("/rows").put("childrenOnly", true);
                    return one.put("identity", true).put("registrationNumbers", true);
                });
        UUID person = arrived();
        String number = asking.number(person);
        asking.ask("guardians", asking.subject("guardians", person)).expectProblem(404);
        asking.ask("guardians", asking.byNumber(person)).expectProblem(404);

        Answer unused =
                emergency.corrected(
                        person,
                        "{\"age\":{\"min\":15,\"max\":16},\"reason\":\"a school certificate\"}");
        Answer told = asking.ask("guardians", asking.byNumber(person)).expect(200);
        assertThat(told.text("registrationNumber")).isEqualTo(number);
        assertThat(told.text("subject")).isEqualTo(asking.subject("guardians", person).toString());
        assertThat(told.body()).contains(NAME);
    }

    @Test
    void an_identity_that_was_erased_is_gone_and_so_is_the_reason_that_an_agency_gave() {
        asking.agreement("bureau", one -> one.put("identity", true));
        UUID woman = arrived();
        Answer told = asking.ask("bureau", asking.subject("bureau", woman)).expect(200);
        assertThat(told.body()).contains(NAME);
        emergency.erased(woman);

        asking.ask("bureau", asking.subject("bureau", woman)).expectProblem(410);
        JsonNode read =
                Eventually.some(
                                "the reason is gone",
                                () ->
                                        java.util.Optional.of(asking.reads(woman))
                                                .filter(all -> !all.toString().contains("brother")))
                        .get(0);
        assertThat(read.path("agency").asText()).isEqualTo(asking.agency("bureau"));
    }

    @Test
    void a_question_names_one_person_and_a_reason() {
        asking.agreement("bureau", one -> one.put("identity", true));
        UUID woman = arrived();
        String subject = "\"subject\":\"" + asking.subject("bureau", woman) + "\"";

        for (String wrong :
                new String[] {
                    "{" + subject + "}",
                    "{" + subject + ",\"reason\":\"\"}",
                    "{\"reason\":\"" + REASON + "\"}",
                    "{"
                            + subject
                            + ",\"registrationNumber\":\"BGZ-000001-1\",\"reason\":\""
                            + REASON
                            + "\"}"
                }) {
            emergency
                    .intake()
                    .settle(asking.request(asking.token("bureau"), wrong))
                    .expectProblem(400);
        }
        Call asOf =
                asking.request(
                        asking.token("bureau"),
                        IdentityRequests.body(asking.subject("bureau", woman)));
        emergency
                .intake()
                .settle(
                        Call.of("POST", asOf.path() + "?asOf=2019-03-05T12:00:00Z")
                                .token(asOf.token())
                                .json(IdentityRequests.body(asking.subject("bureau", woman))))
                .expectProblem(400);
    }

    private UUID arrived() {
        ObjectNode form = People.named(People.woman("SYR"), NAME);
        form.withObject("/identity").putArray("documents").add("SY-118-2019");
        return emergency.arrived(form);
    }

    /** The same answer about somebody and about nobody. */
    private void assertAlike(int status, String agency, UUID subject) {
        Answer known = asking.ask(agency, subject).expectProblem(status);
        Answer unknown = asking.ask(agency, UUID.randomUUID()).expectProblem(status);
        assertThat(known.body()).isEqualTo(unknown.body()).doesNotContain("Leyla");
    }
}
