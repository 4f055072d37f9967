package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** P14, P19: what closes a question, who settles one, and what follows from liberty. */
@OnTheSharedSystem
class QuestionStoriesTest extends PlacementStory {

    private static final String CONSENT =
            "\"consent\":{\"recordedAt\":\"2019-03-06T10:00:00Z\",\"language\":\"ar\"}";

    QuestionStoriesTest(RunningSystem system) {
        super(system, "questions");
    }

    @Test
    void P14_no_words_close_the_question_about_a_boy_in_a_prison() {
        emergency.facility("children", "CHILD_CENTRE", 20);
        UUID boy = fighter(People.man("SYR"));
        String placement = placed(boy, "prison", Orders.CUSTODY);
        Answer unused =
                emergency.corrected(
                        boy, "{\"age\":{\"min\":15,\"max\":16},\"reason\":\"a certificate\"}");
        awaitQuestioned(boy, "P3");
        assertThat(read("questions").body()).contains(placement);
        String words = "{\"rules\":[\"P3\"],\"reason\":\"looks older\"}";
        String settlement = "placements/" + placement + "/settlement";
        for (String officer :
                List.of(officers.placement(), officers.placementToo(), officers.reviewer())) {
            Answer refused = act(officer, settlement, words).expectRule(422, "P3");
            assertThat(refused.body()).contains("CHILD_CENTRE");
        }
        assertThat(questioned(boy)).contains("P3");
        // On another basis, and to another place, in one decision; no release that never was.
        String basis =
                "{\"basis\":\"VOLUNTARY_SHELTER\",%s,\"facilityId\":\"children\",\"reason\":\"a child\"}"
                        .formatted(CONSENT);
        act(officers.placement(), "placements/" + placement + "/basis", basis).expect(201);
        assertThat(questioned(boy)).contains("P3");
        act(
                        officers.registrar(),
                        "placements/" + placement + "/transfer/arrival",
                        "{\"insideAlready\":false}")
                .expect(201);
        awaitKept(boy, "P3");
        awaitKept(boy, "P4");
        assertThat(read("questions").body()).doesNotContain(placement);
        assertThat(emergency.history(Service.PLACEMENT, boy).body())
                .contains("BasisChanged", "RuleKeptAgain")
                .doesNotContain("ReleasedFromDetention");
    }

    @Test
    void P14_a_question_closes_by_itself_when_the_age_is_another_one() {
        UUID man = fighter(People.man("SYR"));
        String placement = placed(man, "prison", Orders.CUSTODY);
        Answer unused =
                emergency.corrected(
                        man, "{\"age\":{\"min\":16,\"max\":17},\"reason\":\"a certificate\"}");
        awaitQuestioned(man, "P3");
        // One officer's word ends no child's protection: two humans assess the age.
        String path = "persons/" + man + "/age-assessments";
        String body =
                "{\"age\":{\"min\":27,\"max\":30},\"method\":\"MEDICAL\",\"marginYears\":2,"
                        + "\"reason\":\"it was his brother's certificate\"}";
        String assessment = intake(officers.intake(), path, body).expect(201).text("assessmentId");
        intake(officers.coordinator(), path + "/" + assessment + "/confirmation", "").expect(201);
        awaitKept(man, "P3");
        assertThat(read("questions").body()).doesNotContain(placement);
    }

    @Test
    void P14_a_screening_that_is_reopened_questions_who_is_held_until_there_is_a_ground_again() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        reopened(woman);
        awaitQuestioned(woman, "P5");
        notByWords(placement, "P5");
        concludedAgain(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        awaitKept(woman, "P5");
    }

    @Test
    void P4_no_words_close_the_question_about_who_is_in_a_prison_without_a_finding() {
        UUID man = fighter(People.man("SYR"));
        String placement = placed(man, "prison", Orders.CUSTODY);
        reopened(man);
        awaitQuestioned(man, "P4");
        notByWords(placement, "P4");
        String words = "{\"rules\":[\"P4\"],\"reason\":\"a charge will come\"}";
        String settlement = "placements/" + placement + "/settlement";
        for (String officer : List.of(officers.placementToo(), officers.coordinator())) {
            assertThat(act(officer, settlement, words).status()).isIn(403, 422);
        }
        assertThat(questioned(man)).contains("P4");
        concludedAgain(man, "FIGHTER", "DIRECT_PARTICIPATION");
        awaitKept(man, "P4");
        assertThat(read("questions").body()).doesNotContain(placement);
    }

    @Test
    void P14_P19_consent_that_is_withdrawn_is_a_question_and_a_duty_until_the_person_is_free() {
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "camp", Orders.SHELTER);
        assertThat(duties(woman)).doesNotContain("RELEASE");
        act(
                        officers.registrar(),
                        "placements/" + placement + "/consent-withdrawal",
                        "{\"note\":\"wants to go to relatives\"}")
                .expect(201);
        assertThat(questioned(woman)).containsExactly("P5");
        assertThat(duties(woman)).contains("RELEASE");
        notByWords(placement, "P5");
        act(officers.registrar(), "placements/" + placement + "/release", FREE).expect(201);
        assertThat(duties(woman)).doesNotContain("RELEASE");
        assertThat(read("questions").body()).doesNotContain(placement);
    }

    @Test
    void P19_a_review_that_says_release_is_a_duty_that_only_another_human_takes_back() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        String review = "placements/" + placement + "/review";
        act(officers.reviewer(), review, review("RELEASE")).expect(201);
        JsonNode duty =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        woman,
                        person -> person.path("duties").findValuesAsText("rule").contains("P19"));
        assertThat(duty.at("/proposal/action").asText()).isEqualTo("RELEASE");
        act(officers.reviewer(), review, review("CONTINUE")).expectRule(422, "P19");
        act(officers.placement(), "placements/" + placement + "/basis", custody())
                .expectRule(422, "P19");
        assertThat(duties(woman)).contains("RELEASE");
        String other = officers.officer("Jan Novak", Role.REVIEWER);
        act(other, review, review("CONTINUE")).expect(201);
        assertThat(duties(woman)).doesNotContain("RELEASE");
        emergency.awaitPerson(Service.PLACEMENT, woman, person -> !person.hasNonNull("proposal"));
    }

    @Test
    void P19_no_officer_undoes_a_review_by_other_bases() {
        UUID man = fighter(People.man("SYR"));
        String placement = placed(man, "prison", Orders.CUSTODY);
        String basis = "placements/" + placement + "/basis";
        act(officers.reviewer(), "placements/" + placement + "/review", review("RELEASE"))
                .expect(201);
        List<String> before = duties(man);
        assertThat(before).contains("RELEASE", "REVIEW", "REASONS", "CARD");
        act(officers.placement(), basis, sheltered(",\"facilityId\":\"camp\"")).expect(201);
        assertThat(duties(man)).containsAll(before);
        act(officers.placement(), "placements/" + placement + "/transfer/cancellation", WHY)
                .expect(201);
        assertThat(duties(man)).containsAll(before);
        assertThat(read("persons/" + man).json().at("/placement/held").asBoolean()).isTrue();
        act(officers.placement(), basis, convicted()).expectRule(422, "P19");
        assertThat(questioned(man)).contains("P4");
        act(officers.registrar(), "placements/" + placement + "/release", FREE).expect(201);
        order(man, "prison", Orders.CUSTODY).expectRule(422, "P19");
        order(man, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void P19_who_a_review_set_free_is_not_interned_again_in_the_same_place() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        String basis = "placements/" + placement + "/basis";
        act(officers.reviewer(), "placements/" + placement + "/review", review("RELEASE"))
                .expect(201);
        act(officers.placement(), basis, sheltered("")).expect(201);
        assertThat(duties(woman)).doesNotContain("RELEASE");
        String internment = "{\"basis\":\"INTERNMENT\",\"reason\":\"she is needed\"}";
        act(officers.placement(), basis, internment).expectRule(422, "P19");
        reopened(woman);
        concludedAgain(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        Eventually.some(
                "the later finding permits it",
                () ->
                        Optional.of(act(officers.placement(), basis, internment))
                                .filter(answer -> answer.status() == 201));
        assertThat(duties(woman)).contains("REVIEW");
    }

    private static String sheltered(String to) {
        return "{\"basis\":\"VOLUNTARY_SHELTER\",%s%s,\"reason\":\"as decided\"}"
                .formatted(CONSENT, to);
    }

    private static String convicted() {
        return "{\"basis\":\"CRIMINAL_CUSTODY\",\"ground\":{\"code\":\"DIRECT_PARTICIPATION\","
                + "\"statement\":\"seen\"},\"legalReference\":\"Decree 20/2014\","
                + "\"reason\":\"a charge\"}";
    }

    @Test
    void P13_P19_a_civilian_who_is_held_is_to_be_free_within_a_day() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        reopened(woman);
        awaitQuestioned(woman, "P5");
        concludedAgain(woman, "CIVILIAN", "NO_INDICATION");
        awaitQuestioned(woman, "P13");
        assertThat(duties(woman)).contains("RELEASE");
        act(officers.reviewer(), "placements/" + placement + "/review", review("CONTINUE"))
                .expectRule(422, "P13");
        notByWords(placement, "P13");
        act(officers.registrar(), "placements/" + placement + "/release", FREE).expect(201);
        assertThat(duties(woman)).doesNotContain("RELEASE");
    }

    @Test
    void P14_a_capacity_that_is_cut_is_settled_by_two_humans_who_did_not_order() {
        emergency.facility("tents", "CAMP", 2);
        UUID first = arrived(People.woman("IRQ"));
        UUID last = arrived(People.woman("IRQ"));
        String stays = placed(first, "tents", Orders.SHELTER);
        String placement = placed(last, "tents", Orders.SHELTER);
        String changes = "facilities/tents/capacity-changes";
        String change =
                act(
                                officers.placement(),
                                changes,
                                "{\"working\":1,\"certified\":2,\"reason\":\"a storm\"}")
                        .expect(201)
                        .text("changeId");
        act(officers.placementToo(), changes + "/" + change + "/approval", "").expect(201);
        assertThat(questioned(last)).containsExactly("P1");
        assertThat(read("questions").body()).doesNotContain(stays);
        settledByTwo(last, placement, "P1");
    }

    @Test
    void P14_a_merge_of_two_who_are_placed_questions_both_until_it_is_taken_back() {
        UUID one = arrived(People.woman("SYR"));
        UUID other = arrived(People.woman("SYR"));
        String first = placed(one, "camp", Orders.SHELTER);
        String second = placed(other, "camp", Orders.SHELTER);
        String merge = merged(one, other);
        awaitQuestioned(one, "P2");
        assertThat(read("questions").body()).contains(first, second);
        settledByTwo(one, first, "P2");
        unmerged(merge);
        awaitKept(other, "P2");
    }

    @Test
    void P14_who_is_held_on_the_other_records_finding_is_questioned_when_the_merge_is_taken_back() {
        UUID woman = arrived(People.woman("SYR"));
        UUID other = interned();
        String merge = merged(woman, other);
        String placement = placedSoon(woman, "camp", Orders.INTERNMENT);
        assertThat(questioned(woman)).isEmpty();
        unmerged(merge);
        awaitQuestioned(woman, "P5");
        notByWords(placement, "P5");
    }

    @Test
    void P14_a_finding_on_a_record_that_was_merged_is_reopened_and_questions_the_placement() {
        UUID woman = arrived(People.woman("SYR"));
        UUID other = interned();
        assertThat(merged(woman, other)).isNotEmpty();
        String placement = placedSoon(woman, "camp", Orders.INTERNMENT);
        reopened(other);
        awaitQuestioned(woman, "P5");
        notByWords(placement, "P5");
    }

    @Test
    void a_proposal_of_custody_does_not_survive_its_facts() {
        UUID reopened = fighter(People.man("SYR"));
        reopened(reopened);
        awaitNoProposal(reopened, "CRIMINAL_CUSTODY");
        UUID young = fighter(People.man("SYR"));
        Answer unused =
                emergency.corrected(
                        young, "{\"age\":{\"min\":12,\"max\":12},\"reason\":\"a certificate\"}");
        awaitNoProposal(young, "CRIMINAL_CUSTODY");
        assertThat(read("persons/" + young).json().at("/proposal/facilityKind").asText())
                .isEqualTo("CHILD_CENTRE");
        assertThat(emergency.history(Service.PLACEMENT, young).body())
                .contains("ProposalWithdrawn", "AGE");
    }

    private void awaitNoProposal(UUID person, String basis) {
        emergency.awaitPerson(
                Service.PLACEMENT,
                person,
                shown -> !shown.at("/proposal/basis").asText().equals(basis));
    }

    private void notByWords(String placement, String rule) {
        String body = "{\"rules\":[\"%s\"],\"reason\":\"it is seen to\"}".formatted(rule);
        String settlement = "placements/" + placement + "/settlement";
        act(officers.reviewer(), settlement, body).expectRule(422, rule);
        assertThat(read("questions").body()).contains(placement);
    }

    private String merged(UUID one, UUID other) {
        return merging(one, other).expect(201).text("mergeId");
    }

    private static String review(String outcome) {
        return "{\"outcome\":\"%s\",\"members\":[\"r-1\"],\"reason\":\"so it is\"}"
                .formatted(outcome);
    }

    private static String custody() {
        return "{\"basis\":\"CRIMINAL_CUSTODY\",\"reason\":\"a charge\"}";
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }
}
