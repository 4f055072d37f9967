package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Section;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.LiftKeepApart;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/** P8: people who are to be kept apart, until the one has left, and on the road. */
class KeptApartTest {

    private static final UUID CONVOY = new UUID(0x7000, 970);
    private static final KeepApartDeclared APART =
            new KeepApartDeclared(PERSON, FATHER, Confidential.of("dispute"));

    @Test
    void P8_who_is_only_about_to_leave_is_still_there() {
        var leaving =
                open().given(adult(PERSON), adult(FATHER), sections())
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(
                                new TransferOrdered(
                                        FATHER,
                                        placementOf(FATHER),
                                        CONVOY,
                                        "camp",
                                        "big",
                                        "a",
                                        Confidential.of("nearer")),
                                APART);
        leaving.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P8");
        leaving.given(
                        new ConvoyPlanned(CONVOY, "big", List.of(FATHER)),
                        new ConvoyDeparted(CONVOY, "big", List.of(FATHER), "e", NOON))
                .when(shelter(PERSON, "camp"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P8_people_who_are_kept_apart_do_not_travel_together() {
        var bound = bound();
        var plan = new PlanConvoy(OP, CONVOY, "big", List.of(PERSON, FATHER));
        bound.when(plan, OFFICER).thenAccepted();
        bound.given(APART).when(plan, OFFICER).thenRefused("P8");
        bound.given(APART)
                .when(new PlanConvoy(OP, CONVOY, "big", List.of(PERSON)), OFFICER)
                .thenAccepted();
        bound.given(APART).given(signed(PERSON)).when(plan, OFFICER).thenRefused("P8");
        bound.given(APART)
                .given(signed(PERSON))
                .given(signed(FATHER))
                .when(plan, OFFICER)
                .thenAccepted();
    }

    @Test
    void P8_what_is_declared_after_the_plan_is_asked_at_the_departure() {
        var planned =
                bound().given(new ConvoyPlanned(CONVOY, "big", List.of(PERSON, FATHER)), APART);
        planned.when(depart(PERSON, FATHER), OFFICER).thenRefused("P8");
        planned.when(depart(FATHER), OFFICER).thenAccepted();
    }

    @Test
    void P8_who_says_that_it_is_over_does_not_bring_the_two_together() {
        var apart =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(APART);
        var lifted =
                apart.by(OFFICER)
                        .given(
                                apart.when(new LiftKeepApart(OP, FATHER, PERSON, WHY), OFFICER)
                                        .events());
        lifted.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P8");
        lifted.when(shelter(PERSON, "camp"), OTHER_OFFICER).thenAccepted();
        var aboard = bound().given(APART);
        var sent =
                aboard.by(OFFICER)
                        .given(
                                aboard.when(new LiftKeepApart(OP, FATHER, PERSON, WHY), OFFICER)
                                        .events());
        var plan = new PlanConvoy(OP, CONVOY, "big", List.of(PERSON, FATHER));
        sent.when(plan, OFFICER).thenRefused("P8");
        sent.when(plan, OTHER_OFFICER).thenAccepted();
        lifted.given(APART).when(shelter(PERSON, "camp"), OTHER_OFFICER).thenRefused("P8");
    }

    /** A hospital takes the sick: nobody is refused, and both are asked about. */
    @Test
    void P8_an_absence_to_where_the_other_is_is_asked_of_both() {
        var camp =
                open().given(adult(PERSON), adult(FATHER), hospital(), sections())
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var there = camp.given(placed(FATHER, "hospital", Basis.VOLUNTARY_SHELTER));
        assertThat(asked(there.when(goes(PERSON, "hospital"), OFFICER))).isEmpty();
        for (String spelled : List.of("hospital", "Hospital")) {
            assertThat(asked(there.given(APART).when(goes(PERSON, spelled), OFFICER)))
                    .containsExactlyInAnyOrder(PERSON, FATHER);
        }
        assertThat(asked(there.given(APART).when(goes(PERSON, "court"), OFFICER))).isEmpty();
        // Both are away, to a hospital that the register does not know.
        var both = camp.given(placed(FATHER, "big", Basis.VOLUNTARY_SHELTER)).given(APART);
        var first = both.given(both.when(goes(FATHER, "clinic-7"), OFFICER).events());
        assertThat(asked(first.when(goes(PERSON, "clinic-7"), OFFICER)))
                .containsExactlyInAnyOrder(PERSON, FATHER);
        // Whoever is away there is there: nobody is ordered beside them, and a word of it asks
        // both.
        var away = camp.given(camp.when(goes(PERSON, "hospital"), OFFICER).events());
        away.when(shelter(FATHER, "hospital"), OFFICER).thenAccepted();
        away.given(APART).when(shelter(FATHER, "hospital"), OFFICER).thenRefused("P8");
        var together = away.given(placed(FATHER, "hospital", Basis.VOLUNTARY_SHELTER));
        assertThat(asked(together.when(new KeepApart(OP, PERSON, FATHER, WHY), OFFICER)))
                .containsExactlyInAnyOrder(PERSON, FATHER);
    }

    private static List<UUID> asked(
            Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided) {
        return decided.thenAccepted().events().stream()
                .filter(PlacementQuestioned.class::isInstance)
                .map(PlacementQuestioned.class::cast)
                .filter(question -> question.rules().contains("P8"))
                .map(PlacementQuestioned::personId)
                .toList();
    }

    private static StartAbsence goes(UUID who, String where) {
        return new StartAbsence(
                OP, placementOf(who), who, AbsenceReason.HOSPITAL, null, null, where, null);
    }

    private static FacilityRegistered hospital() {
        return Given.facility("hospital", FacilityKind.HOSPITAL, 5);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> bound() {
        return open().given(adult(PERSON), adult(FATHER), sections())
                .given(to(PERSON, "a"), to(FATHER, "b"));
    }

    private static DepartConvoy depart(UUID... people) {
        return new DepartConvoy(OP, CONVOY, List.of(people), "escort-1", NOON);
    }

    private static PlacementOrdered to(UUID person, String section) {
        PlacementOrdered order = ordered(person, "big", Basis.VOLUNTARY_SHELTER);
        return new PlacementOrdered(
                person,
                order.placementId(),
                "big",
                order.basis(),
                null,
                null,
                null,
                order.consent(),
                NOON,
                null,
                "human:officer",
                section,
                null);
    }

    private static FacilityRegistered sections() {
        return new FacilityRegistered(
                "big",
                "big",
                FacilityKind.CAMP,
                20,
                Admits.EVERYONE,
                List.of(
                        new Section("a", "A", 9, Admits.EVERYONE),
                        new Section("b", "B", 9, Admits.EVERYONE)),
                null);
    }

    private static List<PlacementEvent> signed(UUID person) {
        UUID id = new UUID(0x7000, 980 + person.getLeastSignificantBits());
        return List.of(
                new OverrideRequested(person, id, "big", "P8", Confidential.of("agreed")),
                new OverrideSigned(person, id, "big", "P8", "human:officer"));
    }
}
