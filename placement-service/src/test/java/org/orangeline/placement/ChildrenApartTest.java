package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.ageCorrected;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.prison;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFound;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.scenario.Scenario;

/** P15 and P7: children are not held or sheltered with unrelated adults, nor women with men. */
class ChildrenApartTest {

    private static final UUID BOY = new UUID(0x7000, 41);
    private static final UUID GIRL = new UUID(0x7000, 42);
    private static final UUID OVERRIDE = new UUID(0x7000, 500);
    private static final Admits MEN = new Admits(Set.of(Sex.MALE), Set.of());
    private static final Admits WOMEN = new Admits(Set.of(Sex.FEMALE), Set.of());
    private static final Admits CHILDREN = new Admits(Set.of(), Set.of(AgeBand.CHILD));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> camps =
            open().given(
                            camp(
                                    "annex",
                                    new Section("men", "Men", 9, MEN),
                                    new Section("women", "Women", 8, WOMEN),
                                    new Section("open", "Open", 7, Admits.EVERYONE),
                                    new Section("children", "Children", 5, CHILDREN),
                                    new Section("late", "Late", 2, Admits.EVERYONE)),
                            camp("women", new Section("a", "A", 9, WOMEN)),
                            arrived(BOY, Sex.MALE, Age.between(15, 15, TODAY), null),
                            arrived(GIRL, Sex.FEMALE, Age.between(7, 7, TODAY), null),
                            adult(PERSON),
                            mother(),
                            child());

    private static FacilityRegistered camp(String id, Section... sections) {
        return new FacilityRegistered(
                id, id, FacilityKind.CAMP, 30, Admits.EVERYONE, List.of(sections), null);
    }

    private static OrderPlacement order(UUID person, String camp, @Nullable String section) {
        return new OrderPlacement(
                OP,
                person,
                camp,
                section,
                Basis.VOLUNTARY_SHELTER,
                null,
                null,
                null,
                Given.CONSENT);
    }

    @Test
    void P15_a_child_alone_goes_to_no_section_of_adults_and_to_no_camp() {
        camps.when(order(BOY, "annex", "men"), OFFICER).thenRefused("P15");
        camps.when(order(GIRL, "annex", "open"), OFFICER).thenRefused("P15");
        camps.when(shelter(GIRL, "camp"), OFFICER).thenRefused("P15");
        camps.when(order(BOY, "annex", "children"), OFFICER).thenAccepted();
        camps.when(shelter(GIRL, "children"), OFFICER).thenAccepted();
        assertThat(
                        camps.when(order(BOY, "annex", null), OFFICER)
                                .event(PlacementOrdered.class)
                                .section())
                .isEqualTo("children");
    }

    @Test
    void P15_a_child_is_beside_its_mother_in_the_same_section() {
        var inside = camps.given(sheltered(MOTHER, "women"));
        inside.when(order(CHILD, "annex", "open"), OFFICER).thenRefused("P15");
        camps.given(sheltered(MOTHER, "open"))
                .when(order(CHILD, "annex", null), OFFICER)
                .thenAccepted();
        var together =
                camps.when(
                                new OrderTogether(
                                        OP,
                                        List.of(
                                                order(CHILD, "annex", null),
                                                order(MOTHER, "annex", "open"))),
                                OFFICER)
                        .events();
        assertThat(together)
                .extracting(event -> ((PlacementOrdered) event).section())
                .containsExactly("open", "open");
    }

    @Test
    void P15_no_mother_is_moved_to_another_section_while_her_child_stays_among_strangers() {
        var both = camps.given(inside(MOTHER, "open")).given(inside(CHILD, "open"));
        both.when(moved("annex", "late", MOTHER), OFFICER).thenRefused("P15");
        both.when(moved("annex", "late", MOTHER, CHILD), OFFICER).thenAccepted();
        var basis =
                new ChangeBasis(
                        OP,
                        placementOf(MOTHER),
                        MOTHER,
                        new OnBasis(Basis.INTERNMENT, null, null, null, null),
                        "annex",
                        "late",
                        WHY);
        both.given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                .when(basis, OFFICER)
                .thenRefused("P15");
        var away =
                both.given(
                        both.when(
                                        new StartAbsence(
                                                OP,
                                                placementOf(CHILD),
                                                CHILD,
                                                AbsenceReason.COURT,
                                                NOON.plusSeconds(3600),
                                                null),
                                        OFFICER)
                                .events());
        assertThat(
                        away.when(moved("annex", "late", MOTHER), OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .as("a child that cannot go along")
                .containsExactly("P15");
        camps.given(inside(MOTHER, "open"))
                .given(inside(CHILD, "children"))
                .when(moved("annex", "late", MOTHER), OFFICER)
                .thenAccepted();
    }

    @Test
    void P15_a_mother_in_a_child_centre_is_asked_about_when_her_child_has_died_or_escaped() {
        var both =
                camps.given(placed(MOTHER, "children", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "children", Basis.VOLUNTARY_SHELTER));
        for (PlacementCommand end :
                List.of(
                        new RecordEscape(OP, placementOf(CHILD), CHILD, NOON, WHY),
                        new RecordDeath(OP, placementOf(CHILD), CHILD, NOON, WHY))) {
            var asked = both.when(end, OFFICER).thenAccepted().event(PlacementQuestioned.class);
            assertThat(asked.personId()).isEqualTo(MOTHER);
            assertThat(asked.rules()).containsExactly("P15");
        }
    }

    @Test
    void P15_a_mother_in_a_child_centre_is_asked_about_when_the_child_is_of_another_family() {
        var both =
                camps.given(placed(MOTHER, "children", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "children", Basis.VOLUNTARY_SHELTER));
        var parted =
                both.given(
                        new PersonDetailsCorrected(
                                CHILD,
                                null,
                                null,
                                null,
                                null,
                                new FamilyTie("f-9", FamilyRole.CHILD),
                                null,
                                Confidential.of("not hers")));
        var asking = new QuestionPlacement(OP, MOTHER, true);
        // What is corrected next, before anybody looked, takes nobody out of sight.
        for (var now :
                List.of(parted, parted.given(Given.ageDisputed(CHILD, new UUID(0x7000, 77), 7)))) {
            assertThat(now.reactions(CHILD.toString()))
                    .extracting(reaction -> reaction.command())
                    .contains(asking);
        }
        assertThat(parted.when(asking, Given.ROBOT).event(PlacementQuestioned.class).rules())
                .containsExactly("P15");
    }

    @Test
    void P15_a_child_whose_only_carer_goes_away_for_long_is_asked_about() {
        var both = camps.given(inside(MOTHER, "open")).given(inside(CHILD, "open"));
        for (Instant back :
                new Instant[] {
                    null, NOON.plus(Duration.ofHours(25)), NOON.plus(Duration.ofHours(23))
                }) {
            var away =
                    both.when(
                                    new StartAbsence(
                                            OP,
                                            placementOf(MOTHER),
                                            MOTHER,
                                            AbsenceReason.HOSPITAL,
                                            back,
                                            NOON),
                                    OFFICER)
                            .thenAccepted();
            boolean brief = back != null && back.isBefore(NOON.plus(Duration.ofHours(24)));
            assertThat(away.events().stream().filter(PlacementQuestioned.class::isInstance))
                    .hasSize(brief ? 0 : 1);
        }
        both.when(
                        new StartAbsence(
                                OP,
                                placementOf(MOTHER),
                                MOTHER,
                                AbsenceReason.HOSPITAL,
                                Instant.parse("9999-12-31T00:00:00Z"),
                                NOON),
                        OFFICER)
                .thenConflict();
    }

    @Test
    void P15_nobody_is_brought_among_children_while_a_stranger_who_was_found_there_stays() {
        for (String section : new String[] {"children", null}) {
            String facility = section == null ? "children" : "annex";
            var found =
                    camps.when(
                            new RecordFoundInside(
                                    OP,
                                    PERSON,
                                    facility,
                                    section,
                                    Basis.VOLUNTARY_SHELTER,
                                    null,
                                    null,
                                    null,
                                    null,
                                    WHY),
                            OFFICER);
            assertThat(found.event(PlacementQuestioned.class).rules()).contains("P15");
            var there = camps.by(OFFICER).given(found.events());
            there.when(order(BOY, facility, section), OFFICER).thenRefused("P15");
            UUID stay = there.own().operation(OP).openPlacement(PERSON).orElseThrow().placementId();
            there.given(
                            there.when(
                                            new StartAbsence(
                                                    OP,
                                                    stay,
                                                    PERSON,
                                                    AbsenceReason.COURT,
                                                    null,
                                                    null),
                                            OFFICER)
                                    .events())
                    .when(order(BOY, facility, section), OFFICER)
                    .thenRefused("P15");
            there.given(there.when(Given.release(stay, PERSON), OFFICER).events())
                    .when(order(BOY, facility, section), OFFICER)
                    .thenAccepted();
        }
    }

    @Test
    void P15_a_child_that_is_away_too_is_asked_about_when_it_comes_back_alone() {
        var both = camps.given(inside(MOTHER, "open")).given(inside(CHILD, "open"));
        var child = both.when(goes(CHILD), OFFICER).thenAccepted();
        var away = both.given(child.events());
        var mother = away.when(goes(MOTHER), OFFICER).thenAccepted();
        assertThat(mother.events()).noneMatch(PlacementQuestioned.class::isInstance);
        var gone = away.given(mother.events()).at(NOON.plusSeconds(60));
        assertThat(gone.when(comes(CHILD), OFFICER).event(PlacementQuestioned.class).rules())
                .containsExactly("P15");
        var lost =
                gone.given(
                        new AbsenceOverdue(
                                CHILD,
                                placementOf(CHILD),
                                Objects.requireNonNull(
                                                gone.own()
                                                        .operation(OP)
                                                        .openPlacement(CHILD)
                                                        .orElseThrow()
                                                        .absence())
                                        .absenceId(),
                                "annex",
                                NOON.plusSeconds(30)));
        assertThat(
                        lost.when(
                                        new RecordFound(
                                                OP,
                                                placementOf(CHILD),
                                                CHILD,
                                                NOON.plusSeconds(60),
                                                WHY),
                                        OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P15");
        var together = gone.given(gone.when(comes(MOTHER), OFFICER).events());
        assertThat(together.when(comes(CHILD), OFFICER).events())
                .noneMatch(PlacementQuestioned.class::isInstance);
    }

    private static StartAbsence goes(UUID who) {
        return new StartAbsence(OP, placementOf(who), who, AbsenceReason.HOSPITAL, null, NOON);
    }

    private static EndAbsence comes(UUID who) {
        return new EndAbsence(OP, placementOf(who), who, null);
    }

    @Test
    void P17_who_is_away_without_a_word_until_when_is_missed_after_a_week() {
        var placed = camps.given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var away =
                placed.given(
                        placed.when(
                                        new StartAbsence(
                                                OP,
                                                placementOf(PERSON),
                                                PERSON,
                                                AbsenceReason.COURT,
                                                null,
                                                NOON),
                                        OFFICER)
                                .events());
        assertThat(away.reactionsLater(PERSON.toString()))
                .anySatisfy(reaction -> {
                    assertThat(reaction.command()).isInstanceOf(RaiseAbsence.class);
                    assertThat(reaction.notBefore()).isAfter(NOON.plus(Duration.ofDays(7)));
                });
    }

    @Test
    void P15_a_child_whose_mother_goes_by_a_signed_split_is_asked_about_with_the_order() {
        var ordered =
                camps.given(inside(MOTHER, "open"))
                        .given(inside(CHILD, "open"))
                        .given(
                                new OverrideRequested(
                                        MOTHER, OVERRIDE, "camp", "P6", Confidential.of("care")),
                                new OverrideSigned(MOTHER, OVERRIDE, "camp", "P6", "human:a"))
                        .when(moved("camp", null, MOTHER), OFFICER);
        var asked = ordered.event(PlacementQuestioned.class);
        assertThat(asked.personId()).isEqualTo(CHILD);
        assertThat(asked.rules()).containsExactly("P15");
    }

    private static OrderTransfer moved(String camp, @Nullable String section, UUID... people) {
        return new OrderTransfer(
                OP,
                Stream.of(people)
                        .map(person -> new Party.Named(placementOf(person), person))
                        .toList(),
                camp,
                section,
                WHY);
    }

    @Test
    void P15_a_guardian_of_whom_somebody_told_later_is_verified_first() {
        var linked =
                camps.given(
                                new FamilyLinked(
                                        GIRL,
                                        OVERRIDE,
                                        MOTHER,
                                        FamilyRole.GUARDIAN,
                                        Confidential.of("said so")))
                        .given(ordered(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(Given.facility("camp-2", FacilityKind.CAMP, 9));
        linked.when(shelter(GIRL, "camp"), OFFICER).thenRefused("P15");
        var verified =
                linked.given(
                        new CarerVerified(
                                GIRL, MOTHER, "second", Confidential.of("asked both"), null));
        verified.when(shelter(GIRL, "camp"), OFFICER).thenConflict();
        verified.given(new FamilyUnlinked(GIRL, OVERRIDE, MOTHER, Confidential.of("a mistake")))
                .when(shelter(GIRL, "camp"), OFFICER)
                .thenRefused("P15");
    }

    @Test
    void P15_an_adult_is_in_a_child_centre_only_beside_a_child_in_its_care() {
        camps.when(shelter(PERSON, "children"), OFFICER).thenRefused("P15");
        camps.when(
                        new OrderTogether(
                                OP,
                                List.of(shelter(CHILD, "children"), shelter(MOTHER, "children"))),
                        OFFICER)
                .thenAccepted();
    }

    @Test
    void P7_a_man_goes_to_no_camp_whose_sections_are_all_for_women() {
        camps.when(order(PERSON, "women", null), OFFICER).thenRefused("P7");
        camps.when(order(PERSON, "annex", null), OFFICER).thenAccepted();
    }

    @Test
    void P15_is_lifted_by_two_signatures_for_one_child_and_place() {
        var override = new RequestOverride(OP, BOY, "camp", "P15", WHY);
        var requested = camps.given(camps.when(override, OFFICER).events());
        var signed =
                requested.given(
                        requested
                                .when(
                                        new SignOverride(OP, camps.newId("override"), BOY),
                                        OTHER_OFFICER)
                                .events());
        signed.when(shelter(BOY, "camp"), OFFICER).thenAccepted();
        signed.when(shelter(GIRL, "camp"), OFFICER).thenRefused("P15");
    }

    @Test
    void P15_a_man_who_turns_out_to_be_a_child_is_questioned_where_he_is() {
        var corrected =
                camps.given(adult(FATHER), ordered(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(ageCorrected(FATHER, 15));
        assertThat(corrected.reactions(FATHER.toString())).isNotEmpty();
    }

    @Test
    void P3_who_was_a_child_at_the_act_and_has_grown_up_is_sheltered_and_never_held() {
        var grown =
                camps.given(
                        concluded(
                                PERSON,
                                Finding.CHILD_ASSOCIATED,
                                GroundCode.DIRECT_PARTICIPATION,
                                GroundCode.SPECIFIC_THREAT));
        grown.when(shelter(PERSON, "camp"), OFFICER).thenAccepted();
        grown.when(Given.internment(PERSON, GroundCode.SPECIFIC_THREAT), OFFICER).thenRefused("P3");
        grown.when(prison(PERSON), OFFICER).thenRefused("P3", "P4");
    }

    private static List<PlacementEvent> sheltered(UUID person, String section) {
        var order = ordered(person, "annex", Basis.VOLUNTARY_SHELTER);
        return List.of(
                new PlacementOrdered(
                        order.personId(),
                        order.placementId(),
                        order.facilityId(),
                        order.basis(),
                        null,
                        null,
                        null,
                        order.consent(),
                        order.custodySince(),
                        null,
                        order.orderedBy(),
                        section,
                        null));
    }

    private static List<PlacementEvent> inside(UUID person, String section) {
        return Stream.concat(
                        sheltered(person, section).stream(),
                        Stream.of(new ShelterProvided(person, placementOf(person), "annex", null)))
                .toList();
    }
}
