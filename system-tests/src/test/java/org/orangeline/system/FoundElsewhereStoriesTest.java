package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** P18 and P17: what the register has wrong of people who are found, or have gone on, elsewhere. */
@OnTheSharedSystem
class FoundElsewhereStoriesTest extends PlacementStory {

    FoundElsewhereStoriesTest(RunningSystem system) {
        super(system, "found-elsewhere");
    }

    @BeforeEach
    void another() {
        emergency.facility("other-camp", "CAMP", 50);
    }

    @Test
    void P18_P10_an_escape_that_was_none_goes_on_where_the_woman_was_found() {
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        String since = read("persons/" + woman).json().at("/placement/custodySince").asText();
        act(
                        officers.registrar(),
                        at + "escape",
                        "{\"noticedAt\":\"" + Instant.now() + "\",\"note\":\"the fence\"}")
                .expect(201);
        JsonNode found = found(woman, "prison");
        assertThat(found.path("custodySince").asText()).isNotEqualTo(since);
        withdrawn(at, "Escaped");
        JsonNode now = read("persons/" + woman).json().path("placement");
        assertThat(now.path("placementId")).isEqualTo(found.path("placementId"));
        assertThat(now.path("custodySince").asText()).isEqualTo(since);
        String there = "placements/" + now.path("placementId").asText() + "/";
        String id = asked(there, "FoundInside");
        act(officers.placement(), there + "withdrawals/" + id + "/confirmation", "").expect(409);
    }

    @Test
    void P14_P18_after_an_unmerge_somebody_who_is_nowhere_is_asked_about() {
        UUID woman = interned();
        UUID twice = arrived(People.woman("SYR"));
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        String at = "placements/" + placement + "/";
        act(
                        officers.registrar(),
                        at + "death",
                        "{\"diedAt\":\"" + Instant.now() + "\",\"circumstances\":\"not known\"}")
                .expect(201);
        found(twice, "prison");
        String merge = merging(woman, twice).expect(201).text("mergeId");
        emergency.awaitPerson(
                Service.PLACEMENT,
                twice,
                person -> person.at("/placement/questioned").toString().contains("P14"));
        withdrawn(at, "DiedInCustody");
        JsonNode now = read("persons/" + twice).json().path("placement");
        assertThat(now.path("questioned").toString()).doesNotContain("P14");
        assertThat(Instant.parse(now.path("custodySince").asText()))
                .isEqualTo(custodySince(placement));
        unmerged(merge);
        Eventually.holds(
                "the first stay is asked about",
                () -> read("questions").body().contains(placement));
        String words = "{\"rules\":[\"P14\"],\"reason\":\"she went home\"}";
        act(officers.reviewer(), at + "settlement", words).expect(202);
        act(officers.placementToo(), at + "settlement", words).expect(201);
        assertThat(read("questions").body()).doesNotContain(placement);
    }

    private Instant custodySince(String placement) {
        return Instant.parse(
                read("placements?status=ended&limit=500")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("placementId").asText().equals(placement))
                        .findFirst()
                        .orElseThrow()
                        .path("custodySince")
                        .asText());
    }

    /** Both services take back two facts of two places, and agree on where the mother is. */
    @Test
    void P15_P18_a_mother_who_is_away_is_not_with_her_child_whatever_else_is_withdrawn() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        verified(child, mother);
        List<String> placements = placedTogether("camp", mother, child);
        String first = "placements/" + placements.getFirst() + "/";
        act(
                        officers.registrar(),
                        first + "death",
                        "{\"diedAt\":\"" + Instant.now() + "\",\"circumstances\":\"not known\"}")
                .expect(201);
        String there =
                "placements/" + found(mother, "other-camp").path("placementId").asText() + "/";
        found(child, "other-camp");
        act(officers.registrar(), there + "absence", "{\"why\":\"HOSPITAL\"}").expect(201);
        act(officers.registrar(), there + "return", "{}").expect(201);
        withdrawn(first, "DiedInCustody");
        withdrawn(there, "AbsenceEnded");
        assertThat(read("persons/" + mother).json().at("/placement/away").asText())
                .isEqualTo("HOSPITAL");
        Eventually.holds(
                "the child is without her",
                () ->
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "children-alone?limit=500")
                                                .token(officers.protection()))
                                .expect(200)
                                .body()
                                .contains(child.toString()));
    }

    @Test
    void P17_a_late_roll_check_counts_for_everybody_else_whatever_became_of_one() {
        emergency.facility("rolled-late", "CAMP", 50);
        UUID gone = arrived(People.woman("SYR"));
        UUID moved = arrived(People.woman("SYR"));
        String ofGone = placed(gone, "rolled-late", Orders.SHELTER);
        String ofMoved = placed(moved, "rolled-late", Orders.SHELTER);
        Instant at = Instant.now();
        for (String to : List.of("camp", "other-camp")) {
            act(
                            officers.registrar(),
                            "facilities/" + to + "/found-inside",
                            "{\"personId\":\"%s\",\"reason\":\"came by herself\"}".formatted(moved))
                    .expect(201);
        }
        UUID later = arrived(People.woman("SYR"));
        String ofLater = placed(later, "rolled-late", Orders.SHELTER);
        String roll =
                "{\"counted\":0,\"missing\":[\"%s\",\"%s\",\"%s\"],\"at\":\"%s\"}"
                        .formatted(ofGone, ofMoved, ofLater, at);
        act(officers.registrar(), "facilities/rolled-late/roll-checks", roll).expect(201);
        assertThat(status(gone)).isEqualTo("missing");
        assertThat(status(moved)).isEqualTo("placed");
        // Without a time it is of now, and whoever is elsewhere is named by mistake.
        act(
                        officers.registrar(),
                        "facilities/rolled-late/roll-checks",
                        "{\"counted\":0,\"missing\":[\"%s\"]}".formatted(ofMoved))
                .expect(409);
    }

    private String status(UUID person) {
        return read("persons/" + person).json().at("/placement/status").asText();
    }

    private JsonNode found(UUID person, String facility) {
        act(
                        officers.registrar(),
                        "facilities/" + facility + "/found-inside",
                        "{\"personId\":\"%s\",\"since\":\"%s\",\"reason\":\"roll check\"}"
                                .formatted(person, Instant.now().minus(1, ChronoUnit.MILLIS)))
                .expect(201);
        return read("persons/" + person).json().path("placement");
    }

    private void verified(UUID child, UUID carer) {
        emergency
                .intake()
                .settle(
                        emergency
                                .call(
                                        "POST",
                                        "persons/" + child + "/carers/" + carer + "/verification")
                                .token(officers.coordinator())
                                .key(UUID.randomUUID().toString())
                                .json("{\"reason\":\"asked each by itself\"}"))
                .expect(201);
    }

    private String asked(String at, String fact) {
        String body = "{\"fact\":\"" + fact + "\",\"reason\":\"it was another person\"}";
        return act(officers.registrar(), at + "withdrawals", body).expect(201).text("withdrawalId");
    }

    private void withdrawn(String at, String fact) {
        String id = asked(at, fact);
        act(officers.placement(), at + "withdrawals/" + id + "/confirmation", "").expect(201);
    }
}
