package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orangeline.agreement.Pseudonyms;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.runtime.keys.DeploymentKey;

/** An agency asks who somebody is: only by its agreement, one by one, and written down. */
@ExtendWith(Shared.class)
class IdentityRequestTest {

    private static final String NAME = "Leyla Botan";
    private static final String REASON = "her brother asks, file TB-2019-118";

    private final RunningSystem system;
    private final Emergency emergency;
    private final Officers officers;

    IdentityRequestTest(RunningSystem system) {
        this.system = system;
        this.emergency = Emergency.opened(system, "who-is-it");
        this.officers = emergency.officers();
    }

    @Test
    void an_entitled_agency_is_told_and_it_is_written_down_under_the_agreements_purpose() {
        agreement("bureau", one -> one.put("identity", true));
        UUID woman = arrived();

        Answer told = ask("bureau", subject("bureau", woman)).expect(200);
        assertThat(told.json().at("/identity/names/0/value").asText()).isEqualTo(NAME);
        assertThat(told.json().at("/identity/documents/0").asText()).isEqualTo("SY-118-2019");
        assertThat(told.text("subject")).isEqualTo(subject("bureau", woman).toString());
        assertThat(told.header("Cache-Control")).isEqualTo("no-store");
        assertThat(told.body()).doesNotContain(woman.toString(), "BGZ-");

        JsonNode read = reads(woman).get(0);
        assertThat(read.path("call").asText()).isEqualTo("POST /operations/{op}/identity-requests");
        assertThat(read.path("actor").asText()).startsWith("machine:").contains("bureau");
        assertThat(read.path("agency").asText()).isEqualTo(agency("bureau"));
        assertThat(read.path("agreement").asText()).isEqualTo(agency("bureau") + "/1");
        assertThat(read.path("purpose").asText()).isEqualTo("find families");
        assertThat(read.path("reason").asText()).isEqualTo(REASON);
    }

    @Test
    void whoever_is_not_entitled_is_not_even_told_whether_there_is_such_a_person()
            throws IOException {
        agreement("bureau", one -> one.put("identity", true));
        agreement("curious", one -> one);
        agreement("declined", one -> one.put("identity", false));
        agreement("late", one -> one.put("identity", true).put("validTo", "2020-01-01T00:00:00Z"));
        agreement(
                "elsewhere",
                one -> {
                    one.withObject("/rows").putArray("operations").add("another");
                    return one.put("identity", true);
                });
        // Intake-service cannot tell who is in a facility.
        agreement(
                "camp",
                one -> {
                    one.withObject("/rows").putArray("facilities").add("roj");
                    return one.put("identity", true);
                });
        Path forged = agreement("forged", one -> one.put("identity", true));
        Files.writeString(forged, Files.readString(forged).replace("\"HOUR\"", "\"DAY\""));
        UUID woman = arrived();

        for (String agency :
                new String[] {
                    "curious", "declined", "late", "elsewhere", "camp", "forged", "nobody"
                }) {
            assertAlike(403, agency, subject(agency, woman));
        }
        // Another agency's id of the same person is nobody, as the person's own id is.
        assertAlike(404, "bureau", subject("curious", woman));
        assertAlike(404, "bureau", woman);
        ask(token("bureau"), "another", body(subject("bureau", woman))).expectProblem(403);
        assertThat(ask("bureau", byNumber(woman)).expectProblem(403).body())
                .contains("not-entitled");
        for (Role role : Role.values()) {
            if (role != Role.AGENCY) {
                String officer = officers.officer("Someone", role);
                emergency
                        .intake()
                        .settle(request(officer, body(subject("bureau", woman))))
                        .expectProblem(403);
            }
        }
        assertThat(reads(woman).toString()).doesNotContain("identity-requests");
    }

    @Test
    void an_agency_for_children_is_told_of_children_only_by_the_age_as_corrected() {
        agreement(
                "guardians",
                one -> {
                    one.withObject("/rows").put("childrenOnly", true);
                    return one.put("identity", true).put("registrationNumbers", true);
                });
        UUID person = arrived();
        String number = number(person);
        ask("guardians", subject("guardians", person)).expectProblem(404);
        ask("guardians", byNumber(person)).expectProblem(404);

        Answer unused =
                emergency.corrected(
                        person,
                        "{\"age\":{\"min\":15,\"max\":16},\"reason\":\"a school certificate\"}");
        Answer told = ask("guardians", byNumber(person)).expect(200);
        assertThat(told.text("registrationNumber")).isEqualTo(number);
        assertThat(told.text("subject")).isEqualTo(subject("guardians", person).toString());
        assertThat(told.body()).contains(NAME);
    }

    @Test
    void an_identity_that_was_erased_is_gone_and_so_is_the_reason_that_an_agency_gave() {
        agreement("bureau", one -> one.put("identity", true));
        UUID woman = arrived();
        Answer told = ask("bureau", subject("bureau", woman)).expect(200);
        assertThat(told.body()).contains(NAME);
        emergency.erased(woman);

        ask("bureau", subject("bureau", woman)).expectProblem(410);
        JsonNode read =
                Eventually.some(
                                "the reason is gone",
                                () ->
                                        java.util.Optional.of(reads(woman))
                                                .filter(all -> !all.toString().contains("brother")))
                        .get(0);
        assertThat(read.path("agency").asText()).isEqualTo(agency("bureau"));
    }

    @Test
    void a_question_names_one_person_and_a_reason() {
        agreement("bureau", one -> one.put("identity", true));
        UUID woman = arrived();
        String subject = "\"subject\":\"" + subject("bureau", woman) + "\"";

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
            emergency.intake().settle(request(token("bureau"), wrong)).expectProblem(400);
        }
        Call asOf = request(token("bureau"), body(subject("bureau", woman)));
        emergency
                .intake()
                .settle(
                        Call.of("POST", asOf.path() + "?asOf=2019-03-05T12:00:00Z")
                                .token(asOf.token())
                                .json(body(subject("bureau", woman))))
                .expectProblem(400);
    }

    private UUID arrived() {
        ObjectNode form = People.named(People.woman("SYR"), NAME);
        form.withObject("/identity").putArray("documents").add("SY-118-2019");
        return emergency.arrived(form);
    }

    /** The same answer about somebody and about nobody. */
    private void assertAlike(int status, String agency, UUID subject) {
        Answer known = ask(agency, subject).expectProblem(status);
        Answer unknown = ask(agency, UUID.randomUUID()).expectProblem(status);
        assertThat(known.body()).isEqualTo(unknown.body()).doesNotContain("Leyla");
    }

    // The system is shared, and an agency has one agreement.
    private String agency(String name) {
        return name + "-" + emergency.operation();
    }

    private Path agreement(String name, UnaryOperator<ObjectNode> change) {
        ObjectNode agreement =
                AgreementForm.of(agency(name), emergency.operation())
                        .put("purpose", "find families");
        agreement.set("events", AgreementForm.fields("PersonArrived", "/sex"));
        String file = agency(name) + ".1.json";
        system.stack()
                .agreements()
                .put(file, change.apply(agreement).toString().getBytes(StandardCharsets.UTF_8));
        return system.stack().agreements().folder().resolve(file);
    }

    /** The id under which an agency's feed names the person. */
    private UUID subject(String agency, UUID person) {
        DeploymentKey key = DeploymentKey.read(system.stack().keys().deploymentKeyFile());
        return Pseudonyms.of(agency(agency), key).person(emergency.operation(), person);
    }

    private Answer ask(String agency, UUID subject) {
        return ask(agency, body(subject));
    }

    private Answer ask(String agency, String body) {
        return ask(token(agency), emergency.operation(), body);
    }

    private Answer ask(String token, String operation, String body) {
        return emergency
                .intake()
                .settle(
                        Call.of("POST", "operations/" + operation + "/identity-requests")
                                .token(token)
                                .json(body));
    }

    private Call request(String token, String body) {
        return emergency.call("POST", "identity-requests").token(token).json(body);
    }

    private String token(String agency) {
        TokenIssuer tokens = system.stack().tokens();
        return tokens.issue(TokenRequest.agency(agency(agency)));
    }

    private static String body(UUID subject) {
        return "{\"subject\":\"" + subject + "\",\"reason\":\"" + REASON + "\"}";
    }

    private String byNumber(UUID person) {
        return "{\"registrationNumber\":\"" + number(person) + "\",\"reason\":\"" + REASON + "\"}";
    }

    private String number(UUID person) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "persons/" + person).token(officers.coordinator()))
                .text("registrationNumber");
    }

    private JsonNode reads(UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + person + "/reads")
                                .token(officers.auditor()))
                .expect(200)
                .json()
                .path("items");
    }
}
