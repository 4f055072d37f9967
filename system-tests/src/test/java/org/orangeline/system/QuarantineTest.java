package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** What a tablet uploads that nobody trusts any more: kept, undecided, for a human. */
@OnTheSharedSystem
class QuarantineTest {

    private static final String REASON = "called who made the entry";

    private final RunningSystem system;

    QuarantineTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void what_a_revoked_tablet_uploads_is_decided_only_after_a_human_released_it() {
        Emergency emergency = Emergency.opened(system, "quarantine");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        UUID before = UUID.randomUUID();
        UUID good = UUID.randomUUID();
        UUID bad = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-1", officers.intake());
        UUID stored = tablet.keep("PUT", "arrivals/" + before, People.man("SYR"));
        assertThat(tablet.send()).as(stored.toString()).containsExactly("durable");
        emergency.device("tablet-1").revoked();
        assertThat(emergency.device("tablet-1").issued().path("revoked").asBoolean()).isTrue();
        UUID released = tablet.keep("PUT", "arrivals/" + good, People.man("SYR"));
        UUID discarded = tablet.keep("PUT", "arrivals/" + bad, People.man("SYR"));

        assertThat(tablet.send()).containsExactly("durable", "held", "held");
        assertThat(tablet.send()).as("again").containsExactly("durable", "held", "held");
        assertThat(tablet.cursor().path("held").asInt()).as("undecided").isEqualTo(2);

        JsonNode listed = held.lines("quarantined");
        assertThat(listed.findValuesAsText("itemId"))
                .containsExactly(released.toString(), discarded.toString());
        assertThat(listed.toString()).doesNotContain("baghuz-east", good.toString());
        person(emergency, good).expectProblem(404);

        Call release = held.word(released, "release", REASON);
        Api intake = emergency.intake();
        intake.settle(release.token(officers.intake())).expectProblem(403);
        intake.settle(release.token(officers.machine(Role.COORDINATOR))).expectRule(422, "S6");
        intake.settle(release.token(officers.coordinator())).expect(200);
        Call discard = held.word(discarded, "discarding", REASON);
        intake.settle(discard.token(officers.coordinator())).expect(200);

        Eventually.holds("it is stored", () -> person(emergency, good).status() == 200);
        assertThat(actor(emergency, good))
                .as("in the name of who uploaded it")
                .isEqualTo(actor(emergency, before))
                .startsWith("human:");
        person(emergency, bad).expectProblem(404);
        Eventually.holds(
                "its outcome names who released it",
                () -> {
                    JsonNode done = held.lines("done");
                    return done.findValuesAsText("itemId").equals(List.of(released.toString()))
                            && done.toString().contains("RELEASED")
                            && done.toString().contains("called who made the entry");
                });
        assertThat(tablet.send()).containsExactly("durable", "durable", "rejected");
        assertThat(tablet.problem(2)).isEqualTo("urn:orangeline:problem:discarded 410");
        assertThat(tablet.cursor().path("held").asInt()).isZero();
        String other = officers.officer("Karim Saleh", Role.COORDINATOR);
        intake.settle(release.token(other)).expectProblem(409);
        intake.settle(discard.token(other)).expectProblem(409);
        assertThat(held.lines("quarantined")).isEmpty();
    }

    @Test
    void a_coordinator_sees_which_call_it_is_before_a_release_and_no_name() {
        Emergency emergency = Emergency.opened(system, "quarantine-seen");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        UUID person = UUID.randomUUID();
        emergency.device("tablet-1").revoked();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-1", officers.intake());
        UUID item =
                tablet.keep("PUT", "arrivals/" + person, People.named(People.man("SYR"), "Canarî"));
        assertThat(tablet.send()).containsExactly("held");

        JsonNode seen = Answer.parse(held.content(item, officers.coordinator()));
        assertThat(seen.path("path").asText()).isEqualTo("arrivals/" + person);
        assertThat(seen.at("/body/receptionPoint").asText()).isEqualTo("baghuz-east");
        assertThat(seen.path("abridged").asBoolean()).isTrue();
        assertThat(seen.toString()).doesNotContain("Canarî", "identity");
        String colleague = officers.officer("Another officer", Role.INTAKE_OFFICER);
        assertThat(held.content(item, colleague)).contains("Canarî", "\"abridged\":false");
        assertThat(held.content(item, officers.line()))
                .doesNotContain("Canarî", "arrivals/", "baghuz-east");
    }

    @Test
    void what_names_another_tablet_and_its_number_is_stored_once_a_human_released_it() {
        Emergency emergency = Emergency.opened(system, "quarantine-number");
        HeldList held = HeldList.inIntake(emergency);
        String number = OfflineNumbersTest.leased(emergency, "tablet-1").getFirst();
        UUID person = UUID.randomUUID();
        Uploads other =
                new Uploads(emergency, Service.INTAKE, "tablet-2", emergency.officers().intake());
        UUID item =
                other.keep(
                        "PUT",
                        "arrivals/" + person,
                        OfflineNumbersTest.arrival(number, "tablet-1"));
        assertThat(other.send()).containsExactly("held");

        Call release = held.word(item, "release", "typed in again from the paper of tablet-1");
        held.api().settle(release.token(emergency.officers().coordinator())).expect(200);

        Eventually.holds("it is stored", () -> person(emergency, person).status() == 200);
        assertThat(person(emergency, person).text("registrationNumber")).isEqualTo(number);
    }

    @Test
    void the_other_services_hear_of_it_though_the_token_is_from_before() {
        Emergency emergency = Emergency.opened(system, "quarantine-elsewhere");
        HeldList held = new HeldList(emergency, Service.PLACEMENT);
        Officers officers = emergency.officers();
        UUID one = emergency.arrived(People.man("SYR"));
        UUID other = emergency.arrived(People.man("SYR"));
        EnrolledDevice device = emergency.device("tablet-p");
        Call old = device.batch(officers.placement());
        device.revoked();
        ObjectNode apart = Answer.MAPPER.createObjectNode().put("reason", "they fought");
        long[] sequence = {0};
        String kept =
                Eventually.some(
                        "placement has heard that it was revoked",
                        () -> {
                            UUID id = UUID.randomUUID();
                            ObjectNode item =
                                    Answer.MAPPER
                                            .createObjectNode()
                                            .put("itemId", id.toString())
                                            .put("deviceId", "tablet-p")
                                            .put("deviceSequence", ++sequence[0])
                                            .put("method", "POST")
                                            .put("path", "persons/" + one + "/kept-apart/" + other);
                            item.set("body", apart);
                            JsonNode outcome =
                                    emergency
                                            .placement()
                                            .settle(old.content(Call.NDJSON, item.toString()))
                                            .expect(200)
                                            .lines()
                                            .getFirst();
                            return outcome.path("outcome").asText().equals("held")
                                    ? Optional.of(id.toString())
                                    : Optional.empty();
                        });
        assertThat(held.lines("quarantined").findValuesAsText("itemId")).contains(kept);
        held.api()
                .settle(
                        held.word(UUID.fromString(kept), "release", REASON)
                                .token(officers.coordinator()))
                .expect(200);
        Eventually.holds(
                "it was decided",
                () ->
                        !held.lines("quarantined").toString().contains(kept)
                                && emergency
                                        .placement()
                                        .settle(
                                                emergency
                                                        .call("GET", "persons/" + one + "/history")
                                                        .token(officers.auditor()))
                                        .body()
                                        .contains("KeepApartDeclared"));

        Uploads screening =
                new Uploads(emergency, Service.SCREENING, "tablet-p", officers.screener());
        UUID opened =
                screening.keep(
                        "POST",
                        "persons/" + one + "/screening",
                        Answer.parse("{\"language\":\"ar-IQ\"}"));
        assertThat(screening.send()).containsExactly("held");
        assertThat(
                        new HeldList(emergency, Service.SCREENING)
                                .lines("quarantined")
                                .findValuesAsText("itemId"))
                .containsExactly(opened.toString());
    }

    @Test
    void an_erasure_destroys_what_is_in_quarantine_about_the_person() {
        Emergency emergency = Emergency.opened(system, "quarantine-erased");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        UUID person = emergency.arrived(People.woman("SYR"));
        UUID other = UUID.randomUUID();
        emergency.device("tablet-x").revoked();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-x", officers.intake());
        UUID arrival = tablet.keep("PUT", "arrivals/" + person, People.woman("IRQ"));
        UUID link =
                tablet.keep(
                        "PUT",
                        "persons/" + other + "/family/" + person,
                        Answer.parse("{\"relation\":\"PARENT\",\"reason\":\"both said so\"}"));
        UUID another = tablet.keep("PUT", "arrivals/" + other, People.man("SYR"));
        assertThat(tablet.send()).containsExactly("held", "held", "held");

        emergency.erased(person);

        Eventually.holds(
                arrival + " and " + link + " are gone",
                () ->
                        held.lines("quarantined")
                                .findValuesAsText("itemId")
                                .equals(List.of(another.toString())));
        assertThat(held.lines("settled").findValuesAsText("how"))
                .containsExactly("ERASED", "ERASED");
        assertThat(tablet.send()).containsExactly("rejected", "rejected", "held");
    }

    private static Answer person(Emergency emergency, UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + person)
                                .token(emergency.officers().intake()));
    }

    private static String actor(Emergency emergency, UUID person) {
        return emergency.history(Service.INTAKE, person).json().path(0).path("actor").asText();
    }
}
