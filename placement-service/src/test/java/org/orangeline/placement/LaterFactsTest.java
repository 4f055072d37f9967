package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.scenario.Scenario;

/** What happens later breaks a rule: a birth, a reversal, a correction, or that somebody leaves. */
class LaterFactsTest {

    private static final UUID NEWBORN = new UUID(0x7000, 901);
    private static final UUID OTHER = new UUID(0x7000, 40);
    private static final UUID WIFE = new UUID(0x7000, 50);
    private static final UUID HUSBAND = new UUID(0x7000, 51);
    private static final UUID ID = new UUID(0x7000, 500);
    private static final Confidential<String> WHY = Confidential.of("as told");
    private static final Instant BORN = NOON.plus(Duration.ofDays(1));
    private static final Admits WOMEN = new Admits(Set.of(Sex.FEMALE), Set.of(AgeBand.ADULT));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> annex =
            open().given(
                            new FacilityRegistered(
                                    "annex",
                                    "Annex",
                                    FacilityKind.CAMP,
                                    20,
                                    Admits.EVERYONE,
                                    List.of(
                                            new Section("women", "Women", 9, WOMEN),
                                            new Section(
                                                    "families",
                                                    "Families",
                                                    9,
                                                    Admits.EVERYONE,
                                                    true)),
                                    null),
                            mother());

    @Test
    void P3_a_child_that_is_born_in_a_prison_is_questioned_once_it_is_registered() {
        var prisoner =
                open().given(
                                mother(),
                                concluded(MOTHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                        .given(placed(MOTHER, "prison", Basis.CRIMINAL_CUSTODY));
        assertThat(asked(born(prisoner, "prison"), NEWBORN)).contains("P3");
        var interned = open().given(mother()).given(placed(MOTHER, "camp", Basis.INTERNMENT));
        assertThat(asked(born(interned, "camp"), NEWBORN)).doesNotContain("P3");
    }

    @Test
    void P7_a_child_that_is_born_in_a_section_for_adults_is_questioned() {
        assertThat(asked(born(annex.given(inside(MOTHER, "women")), "annex"), NEWBORN))
                .contains("P7");
    }

    @Test
    void P10_P12_the_clocks_of_a_child_that_is_born_in_custody_run_from_the_birth() {
        var interned = open().given(mother()).given(placed(MOTHER, "camp", Basis.INTERNMENT));
        var born = born(interned, "camp");
        var known = born.known().operation(OP);
        Placement child = born.own().operation(OP).openPlacement(NEWBORN).orElseThrow();
        assertThat(Duties.of(child, known))
                .extracting(Duty::kind, Duty::due)
                .contains(
                        tuple(DutyKind.REVIEW, BORN.plus(known.profile().firstReviewWithin())),
                        tuple(DutyKind.CARD, BORN.plus(known.profile().cardWithin())),
                        tuple(
                                DutyKind.BUREAU_NOTICE,
                                BORN.plus(known.profile().bureauNoticeWithin())));
    }

    /** The mother's child, and registered by intake-service. */
    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> born(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            String facility) {
        var later = before.at(BORN.plus(Duration.ofDays(1)));
        var birth = new RecordBirth(OP, placementOf(MOTHER), MOTHER, NEWBORN, BORN, Sex.FEMALE);
        List<DomainEvent> registered =
                List.of(
                        new PersonArrived(
                                NEWBORN,
                                "BGZ-000009-7",
                                facility,
                                BORN,
                                Sex.FEMALE,
                                Age.born(TODAY.plusDays(1)),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                facility),
                        new FamilyLinked(NEWBORN, ID, MOTHER, FamilyRole.PARENT, WHY));
        return later.given(later.when(birth, OFFICER).thenAccepted().events()).given(registered);
    }

    @Test
    void P4_who_is_in_a_prison_on_the_other_records_finding_is_questioned_by_the_reversal() {
        var merged =
                open().given(adult(PERSON), adult(OTHER))
                        .given(concluded(OTHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                        .given(new PersonsMerged(PERSON, ID, OTHER, WHY))
                        .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY));
        merged.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
        var parted = merged.given(new PersonsUnmerged(PERSON, ID, OTHER, WHY));
        assertThat(asked(parted, PERSON)).containsExactly("P4");
    }

    @Test
    void P7_a_corrected_sex_questions_who_is_in_a_section_for_women() {
        var there = annex.given(inside(MOTHER, "women"));
        there.when(new QuestionPlacement(OP, MOTHER), ROBOT).thenConflict();
        var corrected =
                there.given(
                        new PersonDetailsCorrected(
                                MOTHER, Sex.MALE, null, null, null, null, null, WHY));
        assertThat(asked(corrected, MOTHER)).containsExactly("P7");
        var back =
                corrected.given(
                        new PersonDetailsCorrected(
                                MOTHER, Sex.FEMALE, null, null, null, null, null, WHY));
        back.when(new QuestionPlacement(OP, MOTHER), ROBOT).thenConflict();
    }

    /** Two families share quarters for families. */
    private Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> shared() {
        return annex.given(father(), child(), spouse(WIFE, Sex.FEMALE), spouse(HUSBAND, Sex.MALE))
                .given(inside(MOTHER, "families"))
                .given(inside(FATHER, "families"))
                .given(inside(CHILD, "families"))
                .given(inside(WIFE, "families"))
                .given(inside(HUSBAND, "families"));
    }

    private static PersonArrived spouse(UUID person, Sex sex) {
        return arrived(
                person, sex, Age.between(30, 31, TODAY), new FamilyTie("f-2", FamilyRole.SPOUSE));
    }

    @Test
    void P7_a_release_questions_who_has_no_family_left_in_quarters_for_families() {
        var release = Given.release(placementOf(WIFE), WIFE);
        var left = shared().when(release, OFFICER).thenAccepted().event(PlacementQuestioned.class);
        assertThat(left.personId()).isEqualTo(HUSBAND);
        assertThat(left.rules()).containsExactly("P7");
        // Who still has family there is among families.
        assertThat(shared().when(Given.release(placementOf(FATHER), FATHER), OFFICER).events())
                .noneMatch(PlacementQuestioned.class::isInstance);
    }

    @Test
    void P7_so_does_a_hand_over() {
        var assessed =
                shared().by(OTHER_OFFICER)
                        .given(assessed(WIFE, Risk.NO_SUBSTANTIAL_RISK))
                        .given(
                                new OverrideRequested(WIFE, ID, "annex", "P6", WHY),
                                new OverrideSigned(WIFE, ID, "annex", "P6", "human:a"));
        var left =
                assessed.when(Given.handOver(placementOf(WIFE), WIFE, "IRQ"), OFFICER)
                        .thenAccepted()
                        .event(PlacementQuestioned.class);
        assertThat(left.personId()).isEqualTo(HUSBAND);
        assertThat(left.rules()).contains("P7");
    }

    private static List<PlacementEvent> inside(UUID person, String section) {
        PlacementOrdered order = ordered(person, "annex", Basis.VOLUNTARY_SHELTER);
        return List.of(
                new PlacementOrdered(
                        person,
                        order.placementId(),
                        "annex",
                        order.basis(),
                        null,
                        null,
                        null,
                        order.consent(),
                        NOON,
                        null,
                        "human:officer",
                        section,
                        null),
                new ShelterProvided(person, order.placementId(), "annex", null));
    }

    /** What the reaction to the last fact asks about. */
    private static List<String> asked(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            UUID person) {
        var ask = new QuestionPlacement(OP, person);
        assertThat(now.reactions(person.toString()))
                .extracting(reaction -> reaction.command())
                .contains(ask);
        return now.when(ask, ROBOT).events().stream()
                .filter(PlacementQuestioned.class::isInstance)
                .map(PlacementQuestioned.class::cast)
                .flatMap(questioned -> questioned.rules().stream())
                .toList();
    }
}
