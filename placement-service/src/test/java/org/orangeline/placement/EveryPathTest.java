package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.onlyFor;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;
import org.orangeline.runtime.scenario.Decided;
import org.orangeline.runtime.scenario.Scenario;

/**
 * The rules about a place, on every path by which somebody comes into it: a decision is refused
 * with the rule's id, and what is so already is recorded and questioned with it.
 */
class EveryPathTest {

    private static final UUID CONVOY = new UUID(0x7000, 990);
    private static final UUID OTHER = new UUID(0x7000, 991);

    /** Looked at when the convoy arrives: who is there by then is not known before. */
    private static final Set<String> AT_THE_DOOR = Set.of("P6", "P7", "P8", "P15");

    /**
     * Somebody who must not be in a place.
     *
     * @param first where the person is sheltered or held before a transfer
     * @param facts what is known
     */
    private record Wrong(
            String rule, String place, Basis basis, String first, List<DomainEvent> facts) {

        @Override
        public String toString() {
            return rule;
        }
    }

    private enum Path {
        ORDER,
        TOGETHER,
        TRANSFER,
        CONVOY,
        ADMISSION,
        INSIDE_ALREADY,
        FOUND_INSIDE,
        BASIS
    }

    static Stream<Arguments> cases() {
        return wrongs().flatMap(
                        wrong -> Stream.of(Path.values()).map(path -> Arguments.of(wrong, path)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void P3_P4_P5_P6_P7_P8_P9_P13_P15_hold_on_every_path_into_a_place(Wrong wrong, Path path) {
        var before = places().given(wrong.facts());
        Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided =
                switch (path) {
                    case ORDER -> before.when(order(wrong), OFFICER);
                    case TOGETHER ->
                            before.given(adult(OTHER))
                                    .when(
                                            new OrderTogether(
                                                    OP,
                                                    List.of(shelter(OTHER, "camp"), order(wrong))),
                                            OFFICER);
                    case TRANSFER ->
                            before.given(placed(PERSON, wrong.first(), wrong.basis()))
                                    .when(
                                            new OrderTransfer(
                                                    OP,
                                                    List.of(
                                                            new Party.Named(
                                                                    placementOf(PERSON), PERSON)),
                                                    wrong.place(),
                                                    null,
                                                    WHY),
                                            OFFICER);
                    case CONVOY ->
                            before.given(
                                            ordered(PERSON, wrong.place(), wrong.basis()),
                                            new ConvoyPlanned(
                                                    CONVOY, wrong.place(), List.of(PERSON)),
                                            new ConvoyDeparted(
                                                    CONVOY,
                                                    wrong.place(),
                                                    List.of(PERSON),
                                                    "e",
                                                    NOON))
                                    .when(receive(), OTHER_OFFICER);
                    case ADMISSION -> admission(before, wrong, null);
                    case INSIDE_ALREADY -> admission(before, wrong, "brought in at night");
                    case FOUND_INSIDE ->
                            before.when(
                                    new RecordFoundInside(
                                            OP,
                                            PERSON,
                                            wrong.place(),
                                            null,
                                            wrong.basis(),
                                            null,
                                            null,
                                            null,
                                            null,
                                            WHY),
                                    OFFICER);
                    case BASIS ->
                            before.given(placed(PERSON, wrong.first(), before(wrong.basis())))
                                    .when(basis(wrong), OFFICER);
                };
        assertThat(rules(decided, path)).contains(wrong.rule());
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void P3_P4_P5_P9_P13_keep_somebody_from_leaving_with_a_convoy(Wrong wrong) {
        var planned =
                places().given(wrong.facts())
                        .given(
                                ordered(PERSON, wrong.place(), wrong.basis()),
                                new ConvoyPlanned(CONVOY, wrong.place(), List.of(PERSON)));
        Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided =
                planned.when(depart(), OTHER_OFFICER);
        if (AT_THE_DOOR.contains(wrong.rule())) {
            decided.thenAccepted();
        } else {
            assertThat(rules(decided, Path.ORDER)).contains(wrong.rule());
        }
    }

    /** Otherwise another fault of the setting could be taken for the rule. */
    @Test
    void who_breaks_no_rule_comes_in_on_every_path() {
        var known = places().given(adult(PERSON), adult(OTHER));
        known.when(shelter(PERSON, "camp"), OFFICER).thenAccepted();
        known.when(
                        new OrderTogether(
                                OP, List.of(shelter(OTHER, "camp"), shelter(PERSON, "camp"))),
                        OFFICER)
                .thenAccepted();
        known.given(placed(PERSON, "first", Basis.VOLUNTARY_SHELTER))
                .when(
                        new OrderTransfer(
                                OP,
                                List.of(new Party.Named(placementOf(PERSON), PERSON)),
                                "camp",
                                null,
                                WHY),
                        OFFICER)
                .thenAccepted();
        var ordered = known.given(ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        ordered.when(new AdmitPerson(OP, placementOf(PERSON), PERSON, null, null), OFFICER)
                .thenAccepted();
        var planned = ordered.given(new ConvoyPlanned(CONVOY, "camp", List.of(PERSON)));
        planned.when(depart(), OTHER_OFFICER).thenAccepted();
        assertThat(
                        planned.given(
                                        new ConvoyDeparted(
                                                CONVOY, "camp", List.of(PERSON), "e", NOON))
                                .when(receive(), OTHER_OFFICER)
                                .events())
                .noneMatch(PlacementQuestioned.class::isInstance);
    }

    private static Basis before(Basis basis) {
        return basis == Basis.VOLUNTARY_SHELTER ? Basis.INTERNMENT : Basis.VOLUNTARY_SHELTER;
    }

    private static ChangeBasis basis(Wrong wrong) {
        OrderPlacement as = order(wrong);
        return new ChangeBasis(
                OP,
                placementOf(PERSON),
                PERSON,
                new OnBasis(as.basis(), as.ground(), as.legalReference(), null, as.consent()),
                wrong.place(),
                null,
                WHY);
    }

    private static ReceiveConvoy receive() {
        return new ReceiveConvoy(OP, CONVOY, List.of(), List.of(), "e", null);
    }

    private static DepartConvoy depart() {
        return new DepartConvoy(OP, CONVOY, List.of(PERSON), "escort-1", NOON);
    }

    private static Stream<Wrong> wrongs() {
        return Stream.of(
                new Wrong(
                        "P3", "prison", Basis.CRIMINAL_CUSTODY, "cells", List.of(boy(), fighter())),
                new Wrong("P4", "prison", Basis.CRIMINAL_CUSTODY, "cells", List.of(adult(PERSON))),
                new Wrong("P5", "camp", Basis.INTERNMENT, "first", List.of(adult(PERSON))),
                new Wrong(
                        "P6",
                        "first",
                        Basis.VOLUNTARY_SHELTER,
                        "camp",
                        Stream.concat(
                                        Stream.of(
                                                mother(),
                                                arrived(
                                                        PERSON,
                                                        Sex.MALE,
                                                        Age.between(5, 6, TODAY),
                                                        new FamilyTie("f-1", FamilyRole.CHILD))),
                                        placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER).stream())
                                .toList()),
                new Wrong("P7", "women", Basis.VOLUNTARY_SHELTER, "first", List.of(adult(PERSON))),
                new Wrong(
                        "P8",
                        "camp",
                        Basis.VOLUNTARY_SHELTER,
                        "first",
                        Stream.concat(
                                        Stream.of(
                                                adult(PERSON),
                                                adult(FATHER),
                                                new KeepApartDeclared(
                                                        PERSON,
                                                        FATHER,
                                                        Confidential.of("dispute"))),
                                        placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER).stream())
                                .toList()),
                new Wrong("P9", "theirs", Basis.VOLUNTARY_SHELTER, "first", List.of(adult(PERSON))),
                new Wrong(
                        "P13",
                        "camp",
                        Basis.INTERNMENT,
                        "first",
                        List.of(
                                adult(PERSON),
                                concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION))),
                new Wrong("P15", "camp", Basis.VOLUNTARY_SHELTER, "children", List.of(boy())));
    }

    private static DomainEvent boy() {
        return arrived(PERSON, Sex.MALE, Age.between(15, 15, TODAY), null);
    }

    private static DomainEvent fighter() {
        return concluded(PERSON, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> places() {
        return open().given(
                        facility("first", FacilityKind.CAMP, 9),
                        facility("cells", FacilityKind.PRISON, 9),
                        onlyFor("women", Sex.FEMALE, AgeBand.ADULT),
                        new FacilityRegistered(
                                "theirs",
                                "theirs",
                                FacilityKind.CAMP,
                                9,
                                Admits.EVERYONE,
                                null,
                                "IRQ"));
    }

    private static OrderPlacement order(Wrong wrong) {
        return new OrderPlacement(
                OP,
                PERSON,
                wrong.place(),
                null,
                wrong.basis(),
                switch (wrong.basis()) {
                    case CRIMINAL_CUSTODY -> Given.CRIMINAL;
                    case INTERNMENT -> new StatedGround(GroundCode.SPECIFIC_THREAT, "stated");
                    default -> null;
                },
                wrong.basis() == Basis.CRIMINAL_CUSTODY ? "Art. 5" : null,
                null,
                wrong.basis() == Basis.VOLUNTARY_SHELTER ? Given.CONSENT : null);
    }

    private static Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> admission(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            Wrong wrong,
            @Nullable String inside) {
        return before.given(ordered(PERSON, wrong.place(), wrong.basis()))
                .when(new AdmitPerson(OP, placementOf(PERSON), PERSON, inside, null), OFFICER);
    }

    private static List<String> rules(
            Decided<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided,
            Path path) {
        return switch (path) {
            case ORDER, TOGETHER, TRANSFER, ADMISSION, BASIS -> {
                Refusal refusal = decided.refusal();
                yield refusal.violations().stream().map(Violation::rule).toList();
            }
            case CONVOY, INSIDE_ALREADY, FOUND_INSIDE ->
                    decided.events().stream()
                            .filter(PlacementQuestioned.class::isInstance)
                            .map(PlacementQuestioned.class::cast)
                            .filter(one -> one.personId().equals(PERSON))
                            .flatMap(one -> one.rules().stream())
                            .toList();
        };
    }
}
