package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Clocks that start with the fact, and custody that begins in the line (P10 to P12). */
@OnTheSharedSystem
class ClockStoriesTest extends PlacementStory {

    private static final String REASONS = "{\"language\":\"ar\",\"sharedLanguage\":true}";
    private static final String TENT = "\"facilityId\":\"tents\",\"section\":\"%s\"";
    private static final String REVIEW =
            "{\"outcome\":\"%s\",\"members\":[\"r-1\"],\"reason\":\"looked at\"}";

    ClockStoriesTest(RunningSystem system) {
        super(system, "clocks");
    }

    @Test
    void P10_P11_P12_who_waits_under_guard_has_duties_and_what_is_done_counts_on() {
        UUID woman = interned();
        String line = "persons/" + woman + "/custody/";
        assertThat(duties(woman)).containsExactly("REASONS", "REVIEW", "BUREAU_NOTICE");
        assertThat(read("duties").body()).contains(woman.toString());
        assertThat(read("persons/" + woman).json().hasNonNull("heldInLineSince")).isTrue();
        act(officers.machine(Role.REGISTRAR), line + "reasons", REASONS).expectRule(422, "S6");
        act(officers.registrar(), line + "reasons", "{\"language\":\"ar\"}").expectRule(422, "P11");
        act(officers.registrar(), line + "reasons", REASONS).expect(201);
        act(officers.reviewer(), line + "review", REVIEW.formatted("CONTINUE")).expect(201);
        act(officers.registrar(), line + "bureau-notice", "{\"noticeNumber\":\"N-1\"}").expect(201);
        act(officers.registrar(), line + "bureau-notice", "{\"noticeNumber\":\"N-2\"}").expect(409);
        assertThat(duties(woman)).containsExactly("REVIEW");
        Instant next = due(woman, "REVIEW");
        assertThat(next).isAfter(Instant.now().plus(Duration.ofDays(150)));
        assertThat(placed(woman, "camp", Orders.INTERNMENT)).isNotEmpty();
        assertThat(duties(woman)).containsExactly("CARD", "BUREAU_NOTICE", "REVIEW");
        assertThat(due(woman, "REVIEW")).isEqualTo(next);
        act(officers.registrar(), line + "reasons", REASONS).expect(409);
    }

    @Test
    void L4_one_wait_from_the_arrival_that_no_move_and_no_order_begins_anew() {
        ObjectNode form = People.man("SYR");
        form.put("arrivedAt", Instant.now().minus(Duration.ofHours(30)).toString());
        UUID man = arrived(form);
        JsonNode waits =
                emergency.awaitPerson(
                        Service.SCREENING, man, shown -> shown.hasNonNull("waitOverdueAt"));
        String reported = waits.path("waitOverdueAt").asText();
        screening(officers.line(), man, "group", "{\"group\":\"IRAQI_MEN\",\"reason\":\"room\"}")
                .expect(201);
        String order = emergency.ordered(man, "camp", Orders.SHELTER);
        act(
                        officers.placement(),
                        "placements/" + order + "/cancellation",
                        "{\"reason\":\"no bus\"}")
                .expect(201);
        screening(officers.line(), man, "group", "{\"group\":\"SYRIAN_MEN\",\"reason\":\"back\"}")
                .expect(201);
        JsonNode after =
                emergency.awaitPerson(
                        Service.SCREENING, man, shown -> shown.path("moves").asInt() == 2);
        assertThat(after.path("waitOverdueAt").asText()).isEqualTo(reported);
        assertThat(emergency.history(Service.SCREENING, man).json().findValuesAsText("event"))
                .containsOnlyOnce("LineWaitOverdue");
    }

    @Test
    void S4_a_clearance_that_is_told_late_runs_out_from_when_it_was_given() {
        Instant came = Instant.now().minus(Duration.ofHours(30));
        ObjectNode form = People.man("SYR");
        form.put("arrivedAt", came.toString()).putArray("needs").add("MEDICAL_URGENT");
        UUID man = arrived(form);
        JsonNode unused = emergency.awaitLine(man);
        String cleared = "{\"clinician\":\"clinic-2\",\"at\":\"%s\"}";
        for (Instant never :
                List.of(came.minus(Duration.ofHours(2)), Instant.now().plus(Duration.ofDays(1)))) {
            Answer refused =
                    screening(
                                    officers.clinician(),
                                    man,
                                    "medical-clearance",
                                    cleared.formatted(never))
                            .expectProblem(422);
            assertThat(refused.body()).contains("at, the clearance,");
        }
        String early = cleared.formatted(Instant.now().minus(Duration.ofHours(25)));
        screening(officers.clinician(), man, "medical-clearance", early).expect(201);
        Eventually.holds(
                "the clearance has run out",
                () ->
                        emergency
                                .history(Service.SCREENING, man)
                                .json()
                                .findValuesAsText("event")
                                .contains("ClearanceExpired"));
        String language = "{\"language\":\"ar\"}";
        screening(officers.screener(), man, "screening", language).expectRule(422, "S4");
        String then = Instant.now().minus(Duration.ofHours(20)).toString();
        screening(
                        officers.screener(),
                        man,
                        "screening",
                        "{\"language\":\"ar\",\"at\":\"" + then + "\"}")
                .expect(201);
    }

    @Test
    void S4_a_renewal_that_is_uploaded_late_allows_the_interview_of_its_moment() {
        Instant now = Instant.now();
        ObjectNode form = People.man("SYR");
        form.put("arrivedAt", now.minus(Duration.ofHours(40)).toString())
                .putArray("needs")
                .add("MEDICAL_URGENT");
        UUID man = arrived(form);
        JsonNode unused = emergency.awaitLine(man);
        for (int hoursAgo : List.of(30, 20)) {
            String given =
                    "{\"clinician\":\"clinic-2\",\"at\":\"%s\"}"
                            .formatted(now.minus(Duration.ofHours(hoursAgo)));
            screening(officers.clinician(), man, "medical-clearance", given).expect(201);
        }
        screening(
                        officers.screener(),
                        man,
                        "screening",
                        "{\"language\":\"ar\",\"at\":\"" + now.minus(Duration.ofHours(1)) + "\"}")
                .expect(201);
    }

    private Answer screening(String token, UUID person, String call, String body) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/" + call)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    @Test
    void P10_who_was_found_UNDETERMINED_has_duties_too() {
        UUID man = arrived(People.man("SYR"));
        concludedAgain(man, "UNDETERMINED", "NO_INDICATION");
        assertThat(duties(man)).containsExactly("REASONS", "REVIEW", "BUREAU_NOTICE");
    }

    @Test
    void P10_P11_an_order_that_is_cancelled_and_made_again_keeps_the_appeal_and_the_reasons() {
        UUID woman = interned();
        String first = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        act(officers.registrar(), "placements/" + first + "/reasons", REASONS).expect(201);
        act(
                        officers.registrar(),
                        "placements/" + first + "/appeal",
                        "{\"statement\":\"I carried nothing\"}")
                .expect(201);
        act(officers.placement(), "placements/" + first + "/cancellation", WHY).expect(201);
        assertThat(duties(woman)).contains("APPEAL_DECISION").doesNotContain("REASONS");
        String again = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        assertThat(again).isNotEqualTo(first);
        assertThat(duties(woman)).contains("APPEAL_DECISION").doesNotContain("REASONS");
    }

    @Test
    void P19_who_is_to_be_free_by_a_review_in_the_line_is_not_ordered_into_detention() {
        UUID woman = interned();
        String review = "persons/" + woman + "/custody/review";
        act(officers.reviewer(), review, REVIEW.formatted("RELEASE")).expect(201);
        assertThat(duties(woman)).contains("RELEASE");
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P19");
        act(officers.reviewer(), review, REVIEW.formatted("CONTINUE")).expectRule(422, "P19");
        String other = officers.officer("Zilan Demir", Role.REVIEWER);
        act(other, review, REVIEW.formatted("CONTINUE")).expect(201);
        order(woman, "camp", Orders.INTERNMENT).expect(201);
    }

    @Test
    void P12_the_card_is_due_from_the_admission_that_a_tablet_tells_late() {
        UUID woman = interned();
        String placement = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        String admission = "placements/" + placement + "/admission";
        Instant now = Instant.now();
        act(officers.registrar(), admission, at(now.minus(Duration.ofDays(2)))).expect(422);
        act(officers.registrar(), admission, at(now.plus(Duration.ofHours(3)))).expect(422);
        act(officers.registrar(), admission, at(now.plus(Duration.ofDays(3)))).expect(400);
        Instant told = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 120);
        act(officers.registrar(), admission, at(told)).expect(201);
        assertThat(due(woman, "CARD")).isEqualTo(told.plus(Duration.ofDays(7)));
        assertThat(read("persons/" + woman).json().at("/placement/since").asText())
                .isEqualTo(told.toString());
        assertThat(emergency.history(Service.PLACEMENT, woman).body()).contains(told.toString());
        String release = "placements/" + placement + "/release";
        act(
                        officers.registrar(),
                        release,
                        "{\"kind\":\"OWN_WAY\",\"reason\":\"no ground\",\"at\":\"%s\"}"
                                .formatted(told.minus(Duration.ofHours(1))))
                .expect(422);
        act(
                        officers.registrar(),
                        release,
                        "{\"kind\":\"OWN_WAY\",\"reason\":\"no ground\",\"at\":\"%s\"}"
                                .formatted(told.plusSeconds(1)))
                .expect(201);
    }

    private static String at(Instant told) {
        return "{\"at\":\"%s\"}".formatted(told);
    }

    @Test
    void P10_P11_P12_shelter_where_nobody_may_leave_is_under_every_clock() {
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/fenced")
                                .token(officers.placement())
                                .json(
                                        "{\"name\":\"Fenced\",\"kind\":\"CAMP\",\"capacity\":20,"
                                                + "\"mayLeave\":false}"))
                .expect(201);
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "fenced", Orders.SHELTER);
        assertThat(duties(woman))
                .containsExactlyInAnyOrder("REASONS", "CARD", "BUREAU_NOTICE", "REVIEW");
        act(
                        officers.reviewer(),
                        "placements/" + placement + "/review",
                        REVIEW.formatted("CONTINUE"))
                .expect(201);
        UUID free = arrived(People.woman("IRQ"));
        assertThat(placed(free, "camp", Orders.SHELTER)).isNotEmpty();
        assertThat(duties(free)).isEmpty();
    }

    @Test
    void P10_P11_P12_the_clocks_begin_where_two_humans_say_that_nobody_may_leave_any_more() {
        UUID woman = arrived(People.woman("IRQ"));
        assertThat(placed(woman, "camp", Orders.SHELTER)).isNotEmpty();
        assertThat(duties(woman)).isEmpty();
        String changes = "facilities/camp/changes";
        String body = "{\"mayLeave\":%s,\"reason\":\"the gates are locked\"}";
        act(officers.machine(Role.COORDINATOR), changes, body.formatted(false))
                .expectRule(422, "S6");
        act(officers.coordinator(), changes, body.formatted(true)).expect(409);
        String locked = "{\"mayLeave\":false,\"reason\":\"the gates are locked\",\"at\":\"%s\"}";
        act(officers.coordinator(), changes, locked.formatted(Instant.now().plusSeconds(3600)))
                .expect(422);
        // They were locked before the woman came: her clocks begin when she did.
        Instant admitted =
                Instant.parse(read("persons/" + woman).json().at("/placement/since").asText());
        String change =
                act(officers.coordinator(), changes, locked.formatted(admitted.minusSeconds(7200)))
                        .expect(201)
                        .text("changeId");
        assertThat(read("facility-changes").body()).contains(change);
        assertThat(read("facility-changes?format=csv").body())
                .contains("changeId", change)
                .doesNotContain("{");
        assertThat(duties(woman)).isEmpty();
        String approve = changes + "/" + change + "/approval";
        act(officers.coordinator(), approve, "").expectRule(422, "P10");
        act(officers.coordinatorToo(), approve, "").expect(201);
        assertThat(duties(woman))
                .containsExactlyInAnyOrder("REASONS", "CARD", "BUREAU_NOTICE", "REVIEW");
        assertThat(due(woman, "REVIEW")).isEqualTo(admitted.plus(Duration.ofHours(72)));
        assertThat(read("facility-changes").body()).doesNotContain(change);
    }

    @Test
    void P10_P11_an_appeal_and_reasons_of_the_other_registration_count_for_an_order() {
        UUID woman = interned();
        UUID other = interned();
        String first = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        act(officers.registrar(), "placements/" + first + "/reasons", REASONS).expect(201);
        act(
                        officers.registrar(),
                        "placements/" + first + "/appeal",
                        "{\"statement\":\"I carried nothing\"}")
                .expect(201);
        act(officers.placement(), "placements/" + first + "/cancellation", WHY).expect(201);
        String appeal = appealOf(woman);
        merging(other, woman).expect(201);
        emergency.awaitPerson(Service.PLACEMENT, woman, person -> person.hasNonNull("mergedInto"));
        String second = emergency.ordered(other, "camp", Orders.INTERNMENT);
        assertThat(duties(other)).contains("APPEAL_DECISION").doesNotContain("REASONS");
        act(
                        officers.reviewer(),
                        "placements/" + second + "/review",
                        "{\"outcome\":\"CONTINUE\",\"members\":[\"r-1\"],\"appealId\":\"%s\",\"reason\":\"heard\"}"
                                .formatted(appeal))
                .expect(201);
        assertThat(duties(other)).doesNotContain("APPEAL_DECISION");
    }

    private String appealOf(UUID person) {
        return emergency
                .history(Service.PLACEMENT, person)
                .json()
                .findValuesAsText("appealId")
                .getFirst();
    }

    @Test
    void P11_what_was_done_in_time_and_uploaded_late_is_shown_beside_the_duties() {
        profileOfTwo("reasonsToldWithin", "PT1S");
        UUID woman = interned();
        JsonNode late =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        woman,
                        person ->
                                person.at("/duties/0/duty").asText().equals("REASONS")
                                        && person.at("/duties/0/reported").asBoolean());
        String since = late.path("heldInLineSince").asText();
        act(
                        officers.registrar(),
                        "persons/" + woman + "/custody/reasons",
                        "{\"language\":\"ar\",\"sharedLanguage\":true,\"at\":\"%s\"}"
                                .formatted(since))
                .expect(201);
        assertThat(emergency.history(Service.PLACEMENT, woman).body()).contains("DutyNotOverdue");
        JsonNode done = read("persons/" + woman).json().path("doneInTime").get(0);
        assertThat(done.path("duty").asText()).isEqualTo("REASONS");
        assertThat(done.path("status").asText()).isEqualTo("done-in-time");
        assertThat(done.path("doneAt").asText()).isEqualTo(since);
        assertThat(Instant.parse(done.path("recordedAt").asText())).isAfter(Instant.parse(since));
        assertThat(read("duties?status=done-in-time").body()).contains(woman.toString());
        assertThat(duties(woman)).doesNotContain("REASONS");
    }

    @Test
    void P13_P19_a_civilian_in_a_line_is_to_be_free_and_goes() {
        UUID man = arrived(People.man("SYR"));
        concludedAgain(man, "CIVILIAN", "NO_INDICATION");
        emergency.awaitPerson(
                Service.PLACEMENT,
                man,
                person -> person.path("duties").findValuesAsText("duty").contains("RELEASE"));
        assertThat(read("persons/" + man).json().at("/proposal/action").asText())
                .isEqualTo("RELEASE");
        order(man, "camp", Orders.INTERNMENT).expectRule(422, "P13");
        act(officers.reviewer(), "persons/" + man + "/custody/review", REVIEW.formatted("CONTINUE"))
                .expectRule(422, "P13");
        intake(
                        officers.intake(),
                        "persons/" + man + "/departure",
                        "{\"leftAt\":\"%s\",\"kind\":\"OWN_WAY\",\"reason\":\"home\"}"
                                .formatted(Instant.now()))
                .expect(201);
        emergency.awaitPerson(Service.PLACEMENT, man, person -> person.path("duties").isEmpty());
        assertThat(read("persons/" + man).json().hasNonNull("heldInLineSince")).isFalse();
    }

    @Test
    void P12_another_tent_asks_for_no_card_and_a_hospital_for_one_of_its_own() {
        emergency.facility("hospital", "HOSPITAL", 5);
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/tents")
                                .token(officers.placement())
                                .json(
                                        "{\"name\":\"Tents\",\"kind\":\"CAMP\",\"capacity\":20,"
                                                + "\"sections\":[{\"sectionId\":\"a\",\"name\":\"A\","
                                                + "\"capacity\":9},{\"sectionId\":\"b\","
                                                + "\"name\":\"B\",\"capacity\":9}]}"))
                .expect(201);
        UUID woman = interned();
        String placement = placed(woman, "tents", Orders.INTERNMENT);
        carded(placement);
        String here = read("persons/" + woman).json().at("/placement/section").asText();
        moved(placement, TENT.formatted(here.equals("a") ? "b" : "a"));
        assertThat(duties(woman)).doesNotContain("CARD", "BUREAU_NOTICE");
        moved(placement, "\"facilityId\":\"hospital\"");
        assertThat(duties(woman)).contains("CARD", "BUREAU_NOTICE");
        carded(placement);
        moved(placement, TENT.formatted("a"));
        assertThat(duties(woman)).contains("BUREAU_NOTICE").doesNotContain("CARD");
    }

    private void carded(String placement) {
        String at = "placements/" + placement + "/";
        act(officers.registrar(), at + "card", "{\"cardNumber\":\"C-1\"}").expect(201);
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-1\"}").expect(201);
    }

    private void moved(String placement, String to) {
        String body =
                "{\"placementIds\":[\"%s\"],%s,\"reason\":\"moved\"}".formatted(placement, to);
        act(officers.placement(), "transfers", body).expect(201);
        act(
                        officers.registrar(),
                        "placements/" + placement + "/transfer/arrival",
                        "{\"insideAlready\":false}")
                .expect(201);
    }

    @Test
    void P10_a_profile_of_lines_that_people_may_leave_is_decided_by_two() {
        UUID before = arrived(People.man("SYR"));
        String change = unguarded().expect(202).text("changeId");
        String approval = "legal-profile/changes/" + change + "/approval";
        intake(officers.coordinator(), approval, WHY).expectRule(422, "S6");
        intake(officers.reviewer(), approval, WHY).expect(201);
        UUID later = arrived(People.man("SYR"));
        Eventually.holds("the profile is known", () -> duties(later).isEmpty());
        assertThat(duties(before)).contains("REVIEW");
        act(officers.registrar(), "persons/" + later + "/custody/reasons", REASONS).expect(409);
    }

    @Test
    void P10_no_operation_opens_with_lines_that_are_not_guarded() {
        ObjectNode profile =
                (ObjectNode)
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "legal-profile")
                                                .token(officers.coordinator()))
                                .expect(200)
                                .json();
        String operation = "unguarded-" + UUID.randomUUID();
        ObjectNode body =
                Answer.MAPPER
                        .createObjectNode()
                        .put("operation", operation)
                        .put("name", "A crossing")
                        .put("numberPrefix", "CRS");
        body.set("legalProfile", profile.put("id", "open").put("linesGuarded", false));
        emergency
                .intake()
                .settle(
                        Call.of("POST", "operations")
                                .token(
                                        new Officers(emergency.system().stack().tokens(), operation)
                                                .coordinator())
                                .json(body.toString()))
                .expectRule(422, "P10");
    }

    private Answer unguarded() {
        ObjectNode now =
                (ObjectNode)
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("GET", "legal-profile")
                                                .token(officers.coordinator()))
                                .expect(200)
                                .json();
        ObjectNode body = Answer.MAPPER.createObjectNode().put("reason", "the crossing is open");
        body.set("legalProfile", now.put("id", "open").put("linesGuarded", false));
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("PUT", "legal-profile")
                                .token(officers.coordinator())
                                .json(body.toString()));
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    private Instant due(UUID person, String kind) {
        for (JsonNode duty : read("persons/" + person).json().path("duties")) {
            if (duty.path("duty").asText().equals(kind)) {
                return Instant.parse(duty.path("due").asText());
            }
        }
        throw new AssertionError("no duty " + kind);
    }
}
