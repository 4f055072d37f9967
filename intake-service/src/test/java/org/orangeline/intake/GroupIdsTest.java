package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.tie;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.families.FamilyCircle;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** Two tablets count their families by themselves: the same id is not the same family. */
class GroupIdsTest {

    private static final String EAST = "tablet-east";
    private static final String WEST = "tablet-west";
    private static final UUID MOTHER = new UUID(0x7000, 1);
    private static final UUID CHILD = new UUID(0x7000, 2);
    private static final UUID STRANGER = new UUID(0x7000, 3);
    private static final UUID SON = new UUID(0x7000, 4);

    @Test
    void the_same_id_of_two_tablets_is_two_families() {
        var both =
                told(
                        told(
                                told(told(open(), EAST, MOTHER, "f-1"), WEST, STRANGER, "f-1"),
                                EAST,
                                CHILD,
                                "f-1"),
                        WEST,
                        SON,
                        "f-1");
        assertThat(group(both, MOTHER)).isEqualTo("f-1").isEqualTo(group(both, CHILD));
        assertThat(group(both, STRANGER)).isEqualTo(WEST + ":f-1").isEqualTo(group(both, SON));
        assertThat(relatives(both, CHILD)).contains(MOTHER.toString());
        assertThat(relatives(both, CHILD)).doesNotContain(STRANGER.toString(), SON.toString());
    }

    @Test
    void without_a_tablet_a_group_is_the_officers() {
        var both = told(open().by(OFFICER), null, MOTHER, "f-1");
        both =
                both.given(
                        both.when(arrival(null, STRANGER, "f-1"), Actor.human("another")).events());
        both = told(both, null, CHILD, "f-1");
        assertThat(group(both, CHILD)).isEqualTo("f-1");
        assertThat(group(both, STRANGER)).matches("officer-[0-9a-f]{10}:f-1");
    }

    @Test
    void an_officer_goes_on_with_the_groups_of_a_program_and_a_tablet_does_not() {
        var imported = told(open().by(Actor.machine("import")), null, MOTHER, "f-1");
        assertThat(group(told(imported, null, CHILD, "f-1"), CHILD)).isEqualTo("f-1");
        assertThat(group(told(imported, EAST, STRANGER, "f-1"), STRANGER)).isEqualTo(EAST + ":f-1");
    }

    @Test
    void a_tablets_family_stays_one_after_its_first_member_was_corrected() {
        var moved = corrected(told(open(), EAST, MOTHER, "f-1"), MOTHER, "elsewhere", OFFICER);
        assertThat(group(told(moved, EAST, CHILD, "f-1"), CHILD)).isEqualTo("f-1");
        assertThat(group(told(moved, WEST, STRANGER, "f-1"), STRANGER)).isEqualTo(WEST + ":f-1");
    }

    @Test
    void a_human_joins_families_of_two_tablets() {
        var both = told(told(open(), EAST, MOTHER, "f-1"), WEST, CHILD, "f-1");
        assertThat(group(corrected(both, CHILD, "f-1", OFFICER), CHILD)).isEqualTo("f-1");
        assertThat(group(corrected(both, MOTHER, WEST + ":f-1", OFFICER), MOTHER))
                .isEqualTo(WEST + ":f-1");
        // Who registers a person at another tablet names the one that was first.
        assertThat(group(told(both, WEST, SON, EAST + ":f-1"), SON)).isEqualTo("f-1");
        var early = told(open(), WEST, SON, EAST + ":f-2");
        assertThat(group(told(early, EAST, MOTHER, "f-2"), MOTHER)).isEqualTo(group(early, SON));
    }

    @Test
    void the_group_that_somebody_is_in_is_no_other_one_whoever_tells_it() {
        // A log of before: the tablet's people are the officer's who uploaded them.
        var old = told(open().by(OFFICER), null, MOTHER, "f-1");
        assertThat(group(told(old.by(OFFICER), WEST, CHILD, "f-1"), CHILD))
                .as("the tablet that the same officer carries goes on")
                .isEqualTo("f-1");
        var robot = Actor.machine("robot");
        var west = told(told(open(), EAST, MOTHER, "f-1"), WEST, CHILD, "f-1");
        west.when(correction(west, CHILD, WEST + ":f-1"), robot).thenAccepted();
    }

    @Test
    void a_correction_that_names_a_version_is_the_tablets_too() {
        var both = told(told(open(), EAST, MOTHER, "f-1"), WEST, STRANGER, "f-9");
        var joined = both.when(correction(both, STRANGER, "f-1").by(WEST), OFFICER).thenAccepted();
        assertThat(group(both.given(joined.events()), STRANGER)).isEqualTo(WEST + ":f-1");
        assertThat(joined.event(PersonDetailsCorrected.class).deviceId()).isEqualTo(WEST);
    }

    @Test
    void S6_no_machine_joins_them() {
        var both = told(told(open(), EAST, MOTHER, "f-1"), WEST, CHILD, "f-1");
        Actor robot = Actor.machine("robot");
        both.when(correction(both, CHILD, EAST + ":f-1"), robot).thenRefused("S6");
        both.when(arrival(null, SON, EAST + ":f-1"), robot).thenRefused("S6");
        IntakeEvent claim = both.when(correction(both, CHILD, "f-1"), robot).events().getFirst();
        assertThat(claim)
                .isInstanceOfSatisfying(
                        FieldConflictFound.class,
                        found ->
                                assertThat(found.family())
                                        .satisfies(
                                                tie -> assertThat(tie.groupId()).endsWith(":f-1")));
    }

    @Test
    void what_a_tablet_corrects_offline_is_of_its_own_families() {
        var both = told(told(open(), EAST, MOTHER, "f-1"), WEST, STRANGER, "f-9");
        var late =
                new CorrectFromStore(
                        OP,
                        STRANGER,
                        0,
                        WEST,
                        new Correction(
                                null,
                                null,
                                null,
                                null,
                                tie("f-1", FamilyRole.PARENT),
                                null,
                                "miscounted"));
        var after = both.given(both.when(late, OFFICER).events());
        assertThat(group(after, STRANGER)).isEqualTo(WEST + ":f-1");
    }

    @Test
    void a_group_of_an_old_log_stays_as_it_was_recorded() {
        var old =
                open().given(
                                recorded(MOTHER, "BGZ-000001-7", EAST),
                                recorded(CHILD, "BGZ-000002-5", WEST));
        assertThat(group(old, CHILD)).isEqualTo("f-1");
        assertThat(relatives(old, CHILD)).contains(MOTHER.toString());
        assertThat(group(told(old, EAST, SON, "f-1"), SON)).isEqualTo("f-1");
        assertThat(group(told(old, WEST, STRANGER, "f-1"), STRANGER)).isEqualTo(WEST + ":f-1");
    }

    private static PersonArrived recorded(UUID person, String number, String tablet) {
        return new PersonArrived(
                person,
                number,
                "east",
                NOON,
                Sex.FEMALE,
                Age.between(30, 30, java.time.LocalDate.parse("2019-03-05")),
                List.of(),
                List.of(),
                tie("f-1", FamilyRole.SIBLING),
                null,
                new Device(tablet, null, null));
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> told(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            @Nullable String tablet,
            UUID person,
            String group) {
        return before.given(before.when(arrival(tablet, person, group), OFFICER).events());
    }

    private static RegisterArrival arrival(@Nullable String tablet, UUID person, String group) {
        return new RegisterArrival(
                OP,
                person,
                new Arrival(
                        "east",
                        NOON,
                        Sex.FEMALE,
                        Given.range(30, 30),
                        List.of(),
                        List.of(),
                        tie(group, FamilyRole.SIBLING),
                        null,
                        tablet == null ? null : new Device(tablet, null, null),
                        null,
                        null));
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> corrected(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            UUID person,
            String group,
            Actor actor) {
        return before.given(before.when(correction(before, person, group), actor).events());
    }

    private static CorrectDetails correction(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            UUID person,
            String group) {
        return new CorrectDetails(
                OP,
                person,
                person(before, person).version(),
                null,
                null,
                null,
                null,
                tie(group, FamilyRole.SIBLING),
                null,
                "asked them");
    }

    private static Person person(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario, UUID person) {
        return scenario.own().require(OP).require(person);
    }

    private static @Nullable String group(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario, UUID person) {
        var family = person(scenario, person).family();
        return family == null ? null : family.groupId();
    }

    private static List<String> relatives(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario, UUID person) {
        return List.copyOf(
                FamilyCircle.around(
                                scenario.own().require(OP),
                                scenario.known().staysOf(OP),
                                person.toString())
                        .members());
    }
}
