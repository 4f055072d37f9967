package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** P4: a proposal of criminal custody stands for as long as what it rests on. */
@OnTheSharedSystem
class ProposalStoriesTest extends PlacementStory {

    ProposalStoriesTest(RunningSystem system) {
        super(system, "proposals");
    }

    @Test
    void P4_no_proposal_of_custody_outlives_the_finding() {
        UUID man = proposed();
        reopened(man);
        awaitWithdrawn(man, "FINDING");
        order(man, "prison", Orders.CUSTODY).expectRule(422, "P4");
        concludedAgain(man, "UNDETERMINED", "NO_INDICATION");
        emergency.awaitPerson(
                Service.SCREENING, man, shown -> shown.toString().contains("UNDETERMINED"));
        noProposal(man);
        concludedAgain(man, "FIGHTER", "DIRECT_PARTICIPATION");
        assertThat(emergency.awaitProposal(man).path("basis").asText())
                .isEqualTo("CRIMINAL_CUSTODY");
    }

    @Test
    void P4_no_proposal_of_custody_outlives_the_departure() {
        UUID man = proposed();
        intake(
                man,
                "departure",
                "{\"leftAt\":\"%s\",\"kind\":\"OWN_WAY\",\"reason\":\"gone\"}"
                        .formatted(Instant.now()));
        awaitWithdrawn(man, "NOT_HERE");
    }

    @Test
    void P4_no_proposal_of_custody_outlives_the_person() {
        UUID man = proposed();
        intake(
                man,
                "death",
                "{\"diedAt\":\"%s\",\"circumstances\":\"his wounds\"}".formatted(Instant.now()));
        awaitWithdrawn(man, "NOT_HERE");
    }

    @Test
    void P4_no_proposal_of_custody_outlives_a_merge_with_a_civilians_record() {
        UUID man = proposed();
        UUID other = arrived(People.man("SYR"));
        JsonNode unused = emergency.concluded(other, "CIVILIAN", "NO_INDICATION");
        merging(other, man).expect(201);
        awaitWithdrawn(man, "MERGED");
        noCustody(other);
        order(other, "prison", Orders.CUSTODY).expectRule(422, "P13");
    }

    @Test
    void P4_no_proposal_of_custody_outlives_a_merge_into_a_childs_record() {
        UUID man = proposed();
        UUID boy = arrived(People.person("MALE", 15, 15, "SYR"));
        merging(man, boy).expect(201);
        awaitWithdrawn(man, "AGE");
        order(man, "prison", Orders.CUSTODY).expectRule(422, "P3");
        assertThat(read("persons/" + man).json().at("/proposal/basis").asText())
                .isNotEqualTo("CRIMINAL_CUSTODY");
    }

    private UUID proposed() {
        UUID man = fighter(People.man("SYR"));
        assertThat(read("persons/" + man).json().at("/proposal/basis").asText())
                .isEqualTo("CRIMINAL_CUSTODY");
        return man;
    }

    private void awaitWithdrawn(UUID person, String cause) {
        Eventually.holds(
                "the proposal is withdrawn for " + cause,
                () -> {
                    JsonNode history = emergency.history(Service.PLACEMENT, person).json();
                    List<String> events = history.findValuesAsText("event");
                    return events.contains("ProposalWithdrawn")
                            && history.toString().contains("\"" + cause + "\"");
                });
        noCustody(person);
    }

    private void noProposal(UUID person) {
        noCustody(person);
        assertThat(read("proposals?limit=500").body()).doesNotContain(person.toString());
    }

    private void noCustody(UUID person) {
        assertThat(read("persons/" + person).json().at("/proposal/basis").asText())
                .isNotEqualTo("CRIMINAL_CUSTODY");
    }

    private void intake(UUID person, String call, String body) {
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/" + call)
                                .token(officers.intake())
                                .key(UUID.randomUUID().toString())
                                .json(body))
                .expect(201);
    }
}
