package org.orangeline.screening.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orangeline.runtime.scenario.Scenario.NOON;
import static org.orangeline.screening.Given.MOTHER;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.OTHER;
import static org.orangeline.screening.Given.PERSON;
import static org.orangeline.screening.Given.ageCorrected;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.asking;
import static org.orangeline.screening.Given.died;
import static org.orangeline.screening.Given.inFamily;
import static org.orangeline.screening.Given.left;
import static org.orangeline.screening.Given.open;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningState;

class KnowledgeTest {

    private static final UUID PLACEMENT = new UUID(0x7000, 50);
    private static final PersonArrived MAN = arrived(PERSON, Sex.MALE, 30, 40, "SYR");

    @Test
    void a_correction_changes_what_it_names_and_nothing_else() {
        KnownPerson person =
                open().given(MAN, ageCorrected(PERSON, 15, 16))
                        .known()
                        .person(OP, PERSON)
                        .orElseThrow();
        assertThat(person.age().max()).isEqualTo(16);
        assertThat(person.nationalities()).isEqualTo(MAN.nationalities());
        assertThat(person.registrationNumber()).isEqualTo(MAN.registrationNumber());
    }

    @Test
    void a_family_finds_its_members_also_after_a_correction() {
        var family =
                open().given(
                                inFamily(
                                        arrived(MOTHER, Sex.FEMALE, 25, 30, "IRQ"),
                                        FamilyRole.PARENT),
                                inFamily(MAN, FamilyRole.CHILD));
        assertThat(members(family.known(), PERSON)).containsExactly(MOTHER);
        Knowledge moved =
                family.given(
                                new PersonDetailsCorrected(
                                        MOTHER,
                                        null,
                                        null,
                                        null,
                                        null,
                                        new FamilyTie("f-2", FamilyRole.PARENT),
                                        null,
                                        Confidential.of("another family")))
                        .known();
        assertThat(members(moved, PERSON)).isEmpty();
        assertThat(operation(moved).kinship().groups().keySet())
                .containsExactlyInAnyOrder("f-1", "f-2");
    }

    @Test
    void who_was_admitted_has_left_the_line_and_does_not_come_back() {
        var placed =
                open().given(
                                MAN,
                                new PlacedInDetention(
                                        PERSON,
                                        PLACEMENT,
                                        "prison-1",
                                        Basis.CRIMINAL_CUSTODY,
                                        null));
        assertThat(placed.known().whereabouts(OP, PERSON.toString()))
                .contains(Whereabouts.DETAINED);
        assertThat(
                        placed.given(
                                        new ReleasedFromDetention(
                                                PERSON,
                                                PLACEMENT,
                                                "prison-1",
                                                Basis.CRIMINAL_CUSTODY,
                                                Confidential.of("no case"),
                                                null,
                                                null))
                                .known()
                                .whereabouts(OP, PERSON.toString()))
                .contains(Whereabouts.RELEASED);
        assertThat(
                        open().given(MAN, new ShelterProvided(PERSON, PLACEMENT, "camp-1", null))
                                .known()
                                .whereabouts(OP, PERSON.toString()))
                .contains(Whereabouts.SHELTERED);
    }

    @Test
    void who_escaped_was_handed_over_or_died_is_gone_and_death_is_final() {
        Confidential<String> note = Confidential.of("at night");
        var man = open().given(MAN);
        assertThat(where(man.given(new Escaped(PERSON, PLACEMENT, "camp-1", NOON, note))))
                .contains(Whereabouts.ESCAPED);
        assertThat(
                        where(
                                man.given(
                                        new HandedOver(
                                                PERSON, PLACEMENT, "camp-1", "IRQ", OTHER, note,
                                                null))))
                .contains(Whereabouts.HANDED_OVER);
        assertThat(where(man.given(new DiedInCustody(PERSON, PLACEMENT, "camp-1", NOON, note))))
                .contains(Whereabouts.DIED);
        assertThat(
                        where(
                                man.given(
                                        new ShelterProvided(PERSON, PLACEMENT, "camp-1", null),
                                        died(PERSON))))
                .contains(Whereabouts.DIED);
        assertThat(where(man.given(left(PERSON)))).contains(Whereabouts.LEFT);
        assertThat(where(man)).isEmpty();
    }

    private static Optional<Whereabouts> where(
            Scenario<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> scenario) {
        return scenario.known().whereabouts(OP, PERSON.toString());
    }

    @Test
    void who_is_only_expected_somewhere_waits_on() {
        assertThat(
                        open().given(
                                        MAN,
                                        new PlacementCancelled(
                                                PERSON,
                                                PLACEMENT,
                                                "camp-1",
                                                Confidential.of("full")))
                                .known()
                                .gone(OP))
                .isEmpty();
    }

    /** The channels of two services run side by side, so their order must not matter. */
    @Test
    void it_does_not_matter_which_service_is_heard_first() {
        var scenario =
                asking().given(
                                MAN,
                                new PlacedInDetention(
                                        PERSON,
                                        PLACEMENT,
                                        "prison-1",
                                        Basis.CRIMINAL_CUSTODY,
                                        null),
                                ageCorrected(PERSON, 35, 36));
        List<Recorded<DomainEvent>> log = scenario.log();
        Knowledge otherWay =
                Knowledge.NOTHING
                        .learn(log.get(2))
                        .learn(log.get(0))
                        .learn(log.get(1))
                        .learn(log.get(3));
        assertThat(otherWay).isEqualTo(scenario.known());
        assertThat(EventCodec.canonical(otherWay))
                .isEqualTo(EventCodec.canonical(scenario.known()));
    }

    @Test
    void a_correction_without_its_arrival_is_not_learned() {
        List<Recorded<DomainEvent>> log = asking().given(MAN, ageCorrected(PERSON, 35, 36)).log();
        Knowledge withoutArrival = Knowledge.NOTHING.learn(log.get(0));
        assertThatThrownBy(() -> withoutArrival.learn(log.get(2)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<UUID> members(Knowledge known, UUID of) {
        KnownOperation operation = operation(known);
        return operation.familyOf(operation.person(of).orElseThrow()).stream()
                .map(KnownPerson::personId)
                .toList();
    }

    private static KnownOperation operation(Knowledge known) {
        return Objects.requireNonNull(known.operation(OP), "the operation is open");
    }
}
