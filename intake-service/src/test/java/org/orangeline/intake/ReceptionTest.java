package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.nothing;
import static org.orangeline.intake.Given.open;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PreRegistrationClosed;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.RequestLegalProfile;
import org.orangeline.intake.PreRegistrationCommand.ClosePreRegistration;
import org.orangeline.intake.PreRegistrationCommand.PreRegisterGroup;
import org.orangeline.intake.PropertyCommand.ReceiveProperty;
import org.orangeline.intake.PropertyCommand.ReturnProperty;
import org.orangeline.intake.operations.StatedPlan;
import org.orangeline.intake.preregistration.PreRegistration;
import org.orangeline.runtime.Actor;

class ReceptionTest {

    private static final UUID TRUCK = new UUID(0x7000, 100);
    private static final UUID RECEIPT = new UUID(0x7000, 200);
    private static final Confidential<String> REASON = Confidential.of("as told");

    @Test
    void a_plan_counts_from_its_change_on_and_is_changed_to_another_one_only() {
        GroupingPlan plan =
                new GroupingPlan(
                        "one-table",
                        List.of(new Group("UNDETERMINED", "table", GroupKind.UNDETERMINED)),
                        List.of(),
                        "UNDETERMINED");
        var changed = open().when(new ChangeGroupingPlan(OP, StatedPlan.of(plan), REASON), OFFICER);
        changed.then(new GroupingPlanChanged(OP, plan, REASON));
        assertThat(changed.own().require(OP).plans().now()).isEqualTo(plan);
        open().given(changed.events())
                .when(new ChangeGroupingPlan(OP, StatedPlan.of(plan), REASON), OFFICER)
                .thenConflict();
        nothing()
                .when(new ChangeGroupingPlan(OP, StatedPlan.of(plan), REASON), OFFICER)
                .thenNotFound();
    }

    @Test
    void a_profile_counts_from_its_change_on() {
        LegalProfile built = BuiltIn.legalProfile("gc-1949").orElseThrow();
        LegalProfile strict =
                new LegalProfile(
                        "strict",
                        Duration.ofHours(12),
                        built.firstReviewWithin(),
                        built.reviewEvery(),
                        built.cardWithin(),
                        built.bureauNoticeWithin(),
                        built.screenAgainWithin(),
                        Duration.ofHours(48),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var changed = open().given(new LegalProfileChanged(OP, strict, REASON));
        // Its skew counts for the next arrival: what was plausible before is not any more.
        var arrived =
                changed.when(
                                register(PERSON, NOON.minus(Duration.ofDays(5)), range(16, 20)),
                                OFFICER)
                        .event(PersonArrived.class);
        assertThat(arrived.age().estimatedOn()).hasToString("2019-03-01");
        open().when(new RequestLegalProfile(OP, built, REASON), OFFICER).thenConflict();
    }

    @Test
    void people_out_of_a_truck_are_held_since_it_came() {
        Instant came = NOON.minus(Duration.ofHours(3));
        var arrived = after(truck(came)).when(outOf(PERSON, TRUCK), OFFICER);
        assertThat(arrived.event(PersonArrived.class).heldSince()).isEqualTo(came);
        assertThat(arrived.event(PersonArrived.class).preRegistration()).isEqualTo(TRUCK);
        assertThat(arrived.own().require(OP).registeredOf(TRUCK))
                .containsExactly(PERSON.toString());
    }

    @Test
    void a_trucks_time_that_cannot_be_is_not_believed() {
        for (Instant impossible :
                List.of(NOON.plus(Duration.ofHours(1)), NOON.minus(Duration.ofDays(400)))) {
            assertThat(
                            after(truck(impossible))
                                    .when(outOf(PERSON, TRUCK), OFFICER)
                                    .event(PersonArrived.class)
                                    .heldSince())
                    .isNull();
        }
    }

    @Test
    void a_group_mismatches_once_it_is_closed_too_small_or_exceeds_its_count() {
        var group = new PreRegistration(TRUCK, "east", NOON, NOON, 2, null);
        assertThat(group.mismatch(1)).isNull();
        assertThat(group.mismatch(2)).isNull();
        assertThat(group.mismatch(3)).isEqualTo(PreRegistration.Mismatch.EXCEEDED);
        assertThat(group.exceeded(3)).isEqualTo(1);
        var closed = group.close(NOON);
        assertThat(closed.mismatch(1)).isEqualTo(PreRegistration.Mismatch.MISSING);
        assertThat(closed.missing(1)).isEqualTo(1);
        assertThat(closed.mismatch(2)).isNull();
        assertThat(closed.mismatch(3)).isEqualTo(PreRegistration.Mismatch.EXCEEDED);
    }

    @Test
    void nobody_leaves_or_dies_before_the_arrival() {
        var here = after(register(PERSON, NOON.minus(Duration.ofHours(2)), range(20, 30)));
        for (Instant before :
                List.of(NOON.minus(Duration.ofHours(3)), NOON.minus(Duration.ofDays(400)))) {
            here.when(
                            new RecordDeparture(
                                    OP, PERSON, before, DepartureKind.WITH_FAMILY, REASON),
                            OFFICER)
                    .thenConflict();
            assertThat(
                            here.when(new RecordDeath(OP, PERSON, before, REASON), OFFICER)
                                    .thenConflict()
                                    .refusal()
                                    .detail())
                    .contains("before the person arrived");
        }
        here.when(new RecordDeath(OP, PERSON, NOON.minus(Duration.ofHours(1)), REASON), OFFICER)
                .thenAccepted();
    }

    @Test
    void a_tablet_whose_clock_is_a_year_wrong_is_evidence_and_refuses_nothing() {
        for (int days : List.of(-365, 365)) {
            Instant told = NOON.plus(Duration.ofDays(days));
            var arrived = open().when(register(PERSON, told, range(20, 30)), OFFICER);
            assertThat(arrived.event(PersonArrived.class).arrivedAt()).isEqualTo(told);
            open().given(arrived.events())
                    .when(new RecordDeath(OP, PERSON, NOON, REASON), OFFICER)
                    .thenAccepted();
        }
    }

    @Test
    void an_arrival_out_of_a_truck_that_nobody_counted_yet_is_not_lost() {
        var arrived = open().when(outOf(PERSON, TRUCK), OFFICER);
        assertThat(arrived.event(PersonArrived.class).preRegistration()).isEqualTo(TRUCK);
        assertThat(arrived.event(PersonArrived.class).heldSince()).isNull();
        var counted = after(open().given(arrived.events()), truck(NOON));
        counted.when(new ClosePreRegistration(OP, TRUCK, REASON), OFFICER)
                .then(new PreRegistrationClosed(TRUCK, 43, 1, REASON));
    }

    @Test
    void a_truck_is_counted_once_closed_once_and_who_comes_later_is_registered() {
        var closed = after(truck(NOON), new ClosePreRegistration(OP, TRUCK, REASON));
        closed.when(truck(NOON), OFFICER).thenConflict();
        closed.when(new ClosePreRegistration(OP, TRUCK, REASON), OFFICER).thenConflict();
        closed.when(new ClosePreRegistration(OP, OTHER, REASON), OFFICER).thenNotFound();
        closed.when(outOf(PERSON, TRUCK), OFFICER).thenAccepted();
    }

    @Test
    void every_position_of_a_receipt_is_given_back_once() {
        var taken = after(register(PERSON), register(OTHER), property());
        taken.when(property(), OFFICER).thenConflict();
        var first = taken.when(giveBack(PERSON, null, 0), OFFICER);
        first.then(new PropertyReturned(PERSON, RECEIPT, List.of(0), null, REASON, null));
        var after = taken.given(first.events());
        after.when(giveBack(PERSON, null, 0), OFFICER).thenConflict();
        after.when(giveBack(PERSON, null, 2), OFFICER).thenConflict();
        after.when(giveBack(PERSON, null, 1, 1), OFFICER).thenConflict();
        after.when(giveBack(OTHER, null, 1), OFFICER).thenNotFound();
        after.when(giveBack(PERSON, new UUID(1, 1), 1), OFFICER).thenNotFound();
        after.when(giveBack(PERSON, OTHER, 1), OFFICER).thenAccepted();
    }

    @Test
    void property_of_a_registration_that_was_merged_is_given_back_to_the_person() {
        var merged =
                after(
                        register(PERSON),
                        register(OTHER),
                        property(),
                        new MergePersons(OP, OTHER, PERSON, REASON));
        merged.when(giveBack(PERSON, null, 0), OFFICER).thenConflict();
        merged.when(giveBack(OTHER, null, 0), OFFICER)
                .then(new PropertyReturned(PERSON, RECEIPT, List.of(0), null, REASON, null));
    }

    @Test
    void S6_a_machine_ends_nobodys_custody_in_a_guarded_line() {
        var here = after(register(PERSON));
        here.when(
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.OWN_WAY, REASON),
                        Actor.machine("gate"))
                .thenRefused("S6");
    }

    @Test
    void who_left_is_gone_and_a_death_is_recorded_of_anybody_once() {
        var here = after(register(PERSON));
        var left =
                here.when(
                        new RecordDeparture(OP, PERSON, NOON, DepartureKind.WITH_FAMILY, REASON),
                        OFFICER);
        left.then(new PersonLeft(PERSON, NOON, REASON, DepartureKind.WITH_FAMILY));
        var gone = here.given(left.events());
        gone.when(new RecordDeparture(OP, PERSON, NOON, DepartureKind.WITH_FAMILY, REASON), OFFICER)
                .thenConflict();
        var died = gone.when(new RecordDeath(OP, PERSON, NOON, REASON), OFFICER);
        died.then(new PersonDied(PERSON, NOON, REASON));
        gone.given(died.events())
                .when(new RecordDeath(OP, PERSON, NOON, REASON), OFFICER)
                .thenConflict();
        here.when(new RecordDeath(OP, OTHER, NOON, REASON), OFFICER).thenNotFound();
        here.when(
                        new RecordDeparture(
                                OP,
                                PERSON,
                                NOON.plus(Duration.ofDays(3)),
                                DepartureKind.WITH_FAMILY,
                                REASON),
                        OFFICER)
                .thenConflict();
    }

    private static PreRegisterGroup truck(Instant came) {
        return new PreRegisterGroup(OP, TRUCK, "east", came, 43, null, null);
    }

    private static RegisterArrival outOf(UUID person, UUID group) {
        Arrival alone = register(person).arrival();
        return new RegisterArrival(
                OP,
                person,
                new Arrival(
                        alone.receptionPoint(),
                        alone.arrivedAt(),
                        alone.sex(),
                        alone.age(),
                        alone.nationalities(),
                        alone.needs(),
                        alone.family(),
                        alone.identity(),
                        alone.device(),
                        group,
                        null));
    }

    private static ReceiveProperty property() {
        return new ReceiveProperty(
                OP,
                PERSON,
                RECEIPT,
                List.of(
                        new PropertyItem(
                                PropertyKind.MONEY,
                                1,
                                "SYP",
                                "125000.50",
                                Confidential.of("in an envelope")),
                        new PropertyItem(PropertyKind.PHONE, 1, null, null, null)),
                "store-1",
                null,
                null);
    }

    private static ReturnProperty giveBack(UUID person, @Nullable UUID to, Integer... items) {
        return new ReturnProperty(OP, person, RECEIPT, List.of(items), to, REASON, null);
    }

    @Test
    void S6_who_was_dead_on_arrival_died_on_the_way_by_a_humans_word() {
        var here = after(register(PERSON));
        Instant onTheWay = NOON.minus(Duration.ofHours(2));
        var brought = new RecordDeath(OP, PERSON, onTheWay, REASON, true);
        PersonDied died = here.when(brought, OFFICER).event(PersonDied.class);
        assertThat(died.broughtDead()).isTrue();
        assertThat(died.diedAt()).isEqualTo(onTheWay);
        here.when(new RecordDeath(OP, PERSON, onTheWay, REASON), OFFICER).thenConflict();
        here.when(new RecordDeath(OP, PERSON, NOON.plusSeconds(1), REASON, true), OFFICER)
                .thenConflict();
        here.when(
                        new RecordDeath(OP, PERSON, NOON.minus(Duration.ofDays(31)), REASON, true),
                        OFFICER)
                .thenConflict();
        here.when(brought, Actor.machine("robot")).thenRefused("S6");
        here.given(died).when(brought, OFFICER).thenConflict();
        here.at(NOON.plus(Duration.ofHours(2))).when(brought, OFFICER).thenConflict();
        // Who was brought dead may be registered twice; who died here did not arrive afterwards.
        var twice = after(here, register(OTHER));
        var merge = new MergePersons(OP, PERSON, OTHER, REASON);
        twice.given(died).when(merge, OFFICER).thenAccepted();
    }
}
