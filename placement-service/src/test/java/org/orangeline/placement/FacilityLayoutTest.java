package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.release;
import static org.orangeline.placement.Given.shelter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.FacilityCommand.ApproveFacilityChange;
import org.orangeline.placement.FacilityCommand.RequestFacilityChange;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** A facility gets another name, other sections, takes others, or closes: by two humans. */
class FacilityLayoutTest {

    private static final Admits CHILDREN = new Admits(Set.of(), Set.of(AgeBand.CHILD));
    private static final Section MEN =
            new Section("men", "Men", 2, new Admits(Set.of(Sex.MALE), Set.of(AgeBand.ADULT)));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> parts =
            open().given(adult(PERSON), adult(FATHER))
                    .given(
                            new FacilityRegistered(
                                    "wing",
                                    "Wing",
                                    FacilityKind.CAMP,
                                    10,
                                    Admits.EVERYONE,
                                    List.of(MEN, new Section("young", "Young", 2, CHILDREN)),
                                    null));

    private static FacilityLayout layout(
            @Nullable String name,
            @Nullable Admits admits,
            @Nullable List<Section> sections,
            @Nullable List<String> closes,
            @Nullable Boolean closed) {
        return new FacilityLayout(name, admits, sections, closes, closed);
    }

    private static FacilityLayout closing(String... sections) {
        return layout(null, null, null, List.of(sections), null);
    }

    private static Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> ask(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            FacilityLayout layout,
            Actor by) {
        return now.when(new RequestFacilityChange(OP, "wing", layout, WHY), by);
    }

    private static Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> approve(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            FacilityLayout layout) {
        var asked = ask(now, layout, OFFICER).thenAccepted();
        var waiting = now.by(OFFICER).given(asked.events());
        var change = asked.event(FacilityChangeRequested.class).changeId();
        waiting.when(new ApproveFacilityChange(OP, "wing", change), OFFICER).thenRefused("P7");
        return waiting.when(new ApproveFacilityChange(OP, "wing", change), OTHER_OFFICER);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> changed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            FacilityLayout layout) {
        var asked = ask(now, layout, OFFICER).thenAccepted();
        return now.by(OFFICER)
                .given(asked.events())
                .by(OTHER_OFFICER)
                .given(approve(now, layout).thenAccepted().events());
    }

    private static Facility wing(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own().operation(OP).facility("wing").orElseThrow();
    }

    @Test
    void a_name_and_a_new_section_count_when_a_second_human_approves() {
        var family = new Section("tents", "Tents", 5, Admits.EVERYONE, true);
        var after = changed(parts, layout("Wing West", null, List.of(family), null, null));
        assertThat(wing(after).name()).isEqualTo("Wing West");
        assertThat(wing(after).section("tents").orElseThrow().free()).isEqualTo(5);
        assertThat(wing(after).section("men")).as("the others stay").isPresent();
        after.when(in("tents"), OFFICER).thenAccepted();
        assertThat(after.own().operation(OP).facilityRequests()).isEmpty();
    }

    @Test
    void P7_whoever_is_no_longer_taken_is_questioned_and_stays() {
        var inside = parts.given(placed(PERSON, "wing", Basis.VOLUNTARY_SHELTER));
        var women = new Admits(Set.of(Sex.FEMALE), Set.of());
        var decided = approve(inside, layout(null, women, null, null, null)).thenAccepted();
        assertThat(decided.event(FacilityChanged.class).layout()).isNotNull();
        assertThat(decided.event(PlacementQuestioned.class).rules()).containsExactly("P7");
    }

    @Test
    void P7_whoever_came_before_there_were_sections_is_questioned_when_none_takes_them() {
        UUID woman = new UUID(0x7000, 52);
        var whole =
                open().given(
                                arrived(woman, Sex.FEMALE, Age.between(30, 31, Given.TODAY), null),
                                new FacilityRegistered(
                                        "wing",
                                        "Wing",
                                        FacilityKind.CAMP,
                                        10,
                                        Admits.EVERYONE,
                                        List.of(),
                                        null))
                        .given(placed(woman, "wing", Basis.VOLUNTARY_SHELTER));
        var all = new Section("men", "All", 2, Admits.EVERYONE);
        var divided = changed(whole, layout(null, null, List.of(all), null, null));
        assertThat(
                        approve(divided, layout(null, null, List.of(MEN), null, null))
                                .thenAccepted()
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P7");
    }

    @Test
    void P15_a_section_for_children_that_is_one_for_all_questions_the_children_in_it() {
        var boy = parts.given(arrived(CHILD, Sex.MALE, Age.between(12, 13, Given.TODAY), null));
        var ordered = boy.given(boy.when(order(CHILD, "young"), OFFICER).thenAccepted().events());
        var all = new Section("young", "All", 2, Admits.EVERYONE);
        assertThat(
                        approve(ordered, layout(null, null, List.of(all), null, null))
                                .thenAccepted()
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P15");
    }

    @Test
    void P15_no_place_becomes_one_for_children_while_adults_live_in_it() {
        var inside = parts.given(parts.when(in("men"), OFFICER).thenAccepted().events());
        var young = new Section("men", "Men", 2, CHILDREN);
        ask(inside, layout(null, null, List.of(young), null, null), OFFICER).thenRefused("P15");
        ask(inside, layout(null, CHILDREN, null, null, null), OFFICER).thenRefused("P15");
        ask(parts, layout(null, null, List.of(young), null, null), OFFICER).thenAccepted();
    }

    @Test
    void P7_quarters_that_are_none_any_more_question_who_is_with_strangers() {
        var family = new Section("tents", "Tents", 5, Admits.EVERYONE, true);
        UUID wife = new UUID(0x7000, 50);
        UUID husband = new UUID(0x7000, 51);
        var couple =
                changed(parts, layout(null, null, List.of(family), null, null))
                        .given(
                                arrived(
                                        wife,
                                        Sex.FEMALE,
                                        Age.between(30, 31, Given.TODAY),
                                        new FamilyTie("f-2", FamilyRole.SPOUSE)),
                                arrived(
                                        husband,
                                        Sex.MALE,
                                        Age.between(30, 31, Given.TODAY),
                                        new FamilyTie("f-2", FamilyRole.SPOUSE)),
                                Given.mother(),
                                Given.father());
        var one =
                couple.given(couple.when(together(wife, husband), OFFICER).thenAccepted().events());
        var two =
                one.given(
                        one.when(together(Given.MOTHER, FATHER), OFFICER).thenAccepted().events());
        var open = new Section("tents", "Tents", 5, Admits.EVERYONE, false);
        assertThat(
                        approve(two, layout(null, null, List.of(open), null, null))
                                .thenAccepted()
                                .events()
                                .stream()
                                .filter(PlacementQuestioned.class::isInstance))
                .hasSize(4);
    }

    private static OrderTogether together(UUID one, UUID other) {
        return new OrderTogether(OP, List.of(order(one, "tents"), order(other, "tents")));
    }

    @Test
    void P1_nothing_closes_where_somebody_is_or_is_to_come() {
        var ordered = parts.given(parts.when(in("men"), OFFICER).thenAccepted().events());
        ask(ordered, closing("men"), OFFICER).thenConflict();
        ask(ordered, layout(null, null, null, null, true), OFFICER).thenConflict();
        ask(ordered, closing("young"), OFFICER).thenAccepted();
        var asked = ask(parts, closing("men"), OFFICER).thenAccepted();
        var meanwhile =
                parts.by(OFFICER)
                        .given(asked.events())
                        .given(parts.when(in("men"), OFFICER).thenAccepted().events());
        var change = asked.event(FacilityChangeRequested.class).changeId();
        meanwhile.when(new ApproveFacilityChange(OP, "wing", change), OTHER_OFFICER).thenConflict();
    }

    @Test
    void P1_a_closed_section_or_facility_takes_nobody_until_it_is_open_again() {
        var shut = changed(parts, closing("men"));
        shut.when(in("men"), OFFICER).thenConflict();
        shut.when(shelter(PERSON, "wing"), OFFICER).thenRefused("P7");
        ask(shut, closing("men"), OFFICER).thenConflict();
        changed(shut, layout(null, null, List.of(MEN), null, null))
                .when(in("men"), OFFICER)
                .thenAccepted();
        var closed = changed(parts, layout(null, null, null, null, true));
        closed.when(in("men"), OFFICER).thenConflict();
        changed(closed, layout(null, null, null, null, false))
                .when(in("men"), OFFICER)
                .thenAccepted();
    }

    @Test
    void a_facility_closes_when_the_last_has_left() {
        var inside = parts.given(placed(PERSON, "wing", Basis.VOLUNTARY_SHELTER));
        var shut = layout(null, null, null, null, true);
        ask(inside, shut, OFFICER).thenConflict();
        var gone =
                inside.given(
                        inside.when(release(placementOf(PERSON), PERSON), OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(wing(changed(gone, shut)).closed()).isTrue();
    }

    @Test
    void P1_the_places_of_a_section_that_is_there_are_another_matter() {
        var more = new Section("men", "Men", 20, MEN.admits());
        ask(parts, layout(null, null, List.of(more), null, null), OFFICER).thenConflict();
        ask(parts, closing("nowhere"), OFFICER).thenNotFound();
        var alike = new Section("MEN", "Men", 2, MEN.admits());
        ask(parts, layout(null, null, List.of(alike), null, null), OFFICER).thenConflict();
        ask(parts, layout("Wing", null, null, null, null), OFFICER).thenConflict();
    }

    @Test
    void S6_a_machine_changes_no_layout() {
        ask(parts, closing("men"), ROBOT).thenRefused("S6");
    }

    @Test
    void who_runs_it_stays_whatever_a_layout_waits_beside() {
        var layout = closing("young");
        var asked = ask(parts, layout, OFFICER).thenAccepted();
        var waiting = parts.by(OFFICER).given(asked.events());
        var gates = new UUID(0x7000, 981);
        var both =
                waiting.given(
                        new FacilityChangeRequested(
                                "wing", gates, "IRQ", false, Confidential.of("taken over"), null));
        var locked =
                both.given(
                        both.when(new ApproveFacilityChange(OP, "wing", gates), OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        var after =
                locked.given(
                        locked.when(
                                        new ApproveFacilityChange(
                                                OP,
                                                "wing",
                                                asked.event(FacilityChangeRequested.class)
                                                        .changeId()),
                                        OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(wing(after).authority()).isEqualTo("IRQ");
        assertThat(wing(after).mayLeave()).isFalse();
        assertThat(wing(after).section("young").orElseThrow().closed()).isTrue();
    }

    private static OrderPlacement in(String section) {
        return order(PERSON, section);
    }

    private static OrderPlacement order(UUID person, String section) {
        OrderPlacement order = shelter(person, "wing");
        return new OrderPlacement(
                OP, person, "wing", section, order.basis(), null, null, null, order.consent());
    }
}
