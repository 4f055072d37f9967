package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** P15: whose age is in dispute counts as a child in every list, search and count. */
@OnTheSharedSystem
class DisputedAgeStoriesTest extends PlacementStory {

    private final Uploads east;
    private final Uploads west;

    DisputedAgeStoriesTest(RunningSystem system) {
        super(system, "disputed");
        this.east = new Uploads(emergency, Service.INTAKE, "tablet-east", officers.intake());
        this.west = new Uploads(emergency, Service.INTAKE, "tablet-west", officers.intake());
    }

    @Test
    void P15_a_disputed_age_counts_as_a_childs_in_lists_and_search_until_two_humans_assess_it() {
        UUID man = arrived(People.man("SYR"));
        Eventually.holds("he is found as an adult", () -> isFound(man, false));
        assertThat(isFound(man, true)).isFalse();

        disputed(man);

        Eventually.holds("he is found as a child", () -> isFound(man, true));
        assertThat(isFound(man, false)).isFalse();
        Eventually.holds("he is among the children alone", () -> isAlone(man));
        assertThat(countedAlone()).isEqualTo(1);

        assessed(man);

        Eventually.holds("he is found as an adult again", () -> isFound(man, false));
        assertThat(isFound(man, true)).isFalse();
        Eventually.holds("he is no child alone", () -> !isAlone(man));
        assertThat(countedAlone()).isZero();
    }

    @Test
    void P15_a_disputed_age_counts_as_a_childs_where_people_are_counted() {
        UUID man = arrived(People.man("SYR"));
        String placement = placed(man, "camp", Orders.SHELTER);
        assertThat(people("18-59")).isEqualTo(1);
        assertThat(people("12-17")).isZero();

        disputed(man);

        Eventually.holds("he counts as a child", () -> people("12-17") == 1);
        assertThat(people("18-59")).isZero();
        // Alone in a camp, as a child must not be.
        awaitQuestioned(man, "P15");
        assertThat(read("questions").body()).contains(placement);
        assertThat(counted("questioned", "P15")).isEqualTo(1);

        assessed(man);

        Eventually.holds("he counts as an adult", () -> people("18-59") == 1);
        assertThat(people("12-17")).isZero();
    }

    /** Two tablets that did not see each other say another age. */
    private void disputed(UUID man) {
        UUID first = kept(east, man, 31, 33);
        assertThat(east.send()).as(first.toString()).containsExactly("durable");
        UUID second = kept(west, man, 15, 16);
        assertThat(west.send()).as(second.toString()).containsExactly("durable");
        JsonNode shown =
                emergency.awaitPerson(
                        Service.INTAKE, man, now -> now.path("conflicts").size() == 1);
        assertThat(shown.at("/age/min").asInt()).as("what stands").isEqualTo(31);
    }

    private static UUID kept(Uploads tablet, UUID man, int min, int max) {
        return tablet.keep(
                "PATCH",
                "persons/" + man,
                Answer.parse(
                        "{\"age\":{\"min\":%d,\"max\":%d},\"reason\":\"asked\"}"
                                .formatted(min, max)),
                0L);
    }

    private void assessed(UUID man) {
        String path = "persons/" + man + "/age-assessments";
        String body =
                "{\"age\":{\"min\":30,\"max\":33},\"method\":\"MEDICAL\",\"marginYears\":2,"
                        + "\"reason\":\"wrist and teeth\"}";
        String assessment = intake(officers.intake(), path, body).expect(201).text("assessmentId");
        String confirm = path + "/" + assessment + "/confirmation";
        intake(officers.intake(), confirm, "").expectRule(422, "S6");
        assertThat(isFound(man, true)).as("until a second human says so").isTrue();
        intake(officers.coordinator(), confirm, "").expect(201);
    }

    private boolean isFound(UUID person, boolean child) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/search")
                                .token(officers.intake())
                                .json("{\"child\":" + child + "}"))
                .expect(200)
                .body()
                .contains(person.toString());
    }

    private boolean isAlone(UUID person) {
        return list("children-alone", officers.protection()).toString().contains(person.toString());
    }

    /** What every officer sees: counts without persons. */
    private long countedAlone() {
        return list("children-alone/counts", officers.line())
                .path("items")
                .valueStream()
                .mapToLong(count -> count.path("children").asLong())
                .sum();
    }

    private JsonNode list(String name, String token) {
        return emergency
                .intake()
                .settle(emergency.call("GET", name).token(token))
                .expect(200)
                .json();
    }

    private long people(String band) {
        return rows("population").stream()
                .filter(cell -> cell.path("facilityId").asText().equals("camp"))
                .filter(cell -> cell.path("ageBand").asText().equals(band))
                .mapToLong(cell -> cell.path("people").asLong())
                .sum();
    }

    private long counted(String what, String value) {
        return rows("counts").stream()
                .filter(count -> count.path("what").asText().equals(what))
                .filter(count -> count.path("value").asText().equals(value))
                .mapToLong(count -> count.path("count").asLong())
                .sum();
    }

    private List<JsonNode> rows(String name) {
        return read(name).json().valueStream().toList();
    }
}
