package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.NumberBlockExpired;
import org.orangeline.events.intake.NumberBlockLeased;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.intake.DeviceCommand.EnrolDevice;
import org.orangeline.intake.DeviceCommand.InviteDevice;
import org.orangeline.intake.DeviceCommand.RevokeDevice;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.NumberCommand.ExpireNumbers;
import org.orangeline.intake.NumberCommand.LeaseNumbers;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.numbers.NumberBlock;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

class NumberTest {

    private static final LeaseNumbers LEASE =
            new LeaseNumbers(OP, "tablet-3", 3, Duration.ofDays(3));

    private static final String CODE = "0a".repeat(32);
    private static final InviteDevice INVITE =
            new InviteDevice(OP, "tablet-3", "east", CODE, Duration.ofHours(24));
    private static final EnrolDevice ENROL =
            new EnrolDevice(
                    OP, "tablet-3", List.of(CODE), new DeviceKey("OKP", "Ed25519", "x".repeat(43)));

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> leased =
            after(register(PERSON), INVITE, ENROL, LEASE);

    @Test
    void a_block_follows_on_the_last_number_and_the_next_number_on_the_block() {
        NumberBlock block = block();
        assertThat(block.from()).isEqualTo(2);
        assertThat(block.to()).isEqualTo(4);
        assertThat(number(leased, register(OTHER))).isEqualTo(RegistrationNumber.of("BGZ", 5));
    }

    @Test
    void only_a_tablet_that_is_let_in_and_trusted_is_given_numbers() {
        after(register(PERSON)).when(LEASE, OFFICER).thenConflict();
        after(INVITE).when(LEASE, OFFICER).thenConflict();
        after(INVITE, ENROL).when(LEASE, OFFICER).thenAccepted();
        RevokeDevice revoke = new RevokeDevice(OP, "tablet-3", Confidential.of("lost"));
        after(INVITE, ENROL, revoke).when(LEASE, OFFICER).thenConflict();
    }

    @Test
    void an_arrival_carries_a_number_of_its_tablets_block_once() {
        String three = RegistrationNumber.of("BGZ", 3);
        RegisterArrival first = with(OTHER, three, "tablet-3");
        assertThat(number(leased, first)).isEqualTo(three);
        var used = after(leased, first);
        used.when(with(new UUID(0x7000, 9), three, "tablet-3"), OFFICER).thenConflict();
        assertThat(number(used, register(new UUID(0x7000, 9))))
                .isEqualTo(RegistrationNumber.of("BGZ", 5));
    }

    @Test
    void no_other_number_is_taken_from_a_tablet() {
        leased.when(with(OTHER, RegistrationNumber.of("BGZ", 1), "tablet-3"), OFFICER)
                .thenConflict();
        leased.when(with(OTHER, RegistrationNumber.of("BGZ", 5), "tablet-3"), OFFICER)
                .thenConflict();
        leased.when(with(OTHER, RegistrationNumber.of("XYZ", 3), "tablet-3"), OFFICER)
                .thenConflict();
        leased.when(with(OTHER, RegistrationNumber.of("BGZ", 3), "tablet-4"), OFFICER)
                .thenConflict();
        leased.when(with(OTHER, RegistrationNumber.of("BGZ", 3), null), OFFICER).thenConflict();
    }

    @Test
    void a_block_runs_out_by_itself_and_its_numbers_are_used_no_more() {
        UUID id = block().blockId();
        assertThat(leased.reactions(id.toString())).isEmpty();
        assertThat(leased.reactionsLater(id.toString())).hasSize(1);
        leased.when(new ExpireNumbers(OP, id), Actor.machine("intake-service")).thenConflict();
        var later = leased.at(NOON.plus(Duration.ofDays(4)));
        later.when(with(OTHER, RegistrationNumber.of("BGZ", 3), "tablet-3"), OFFICER)
                .thenConflict();
        var expired = later.when(new ExpireNumbers(OP, id), Actor.machine("intake-service"));
        expired.then(new NumberBlockExpired(id, "tablet-3", 3));
        var after = later.given(expired.events());
        assertThat(after.reactionsLater(id.toString())).isEmpty();
        assertThat(after.when(LEASE, OFFICER).event(NumberBlockLeased.class).from()).isEqualTo(5);
    }

    private NumberBlock block() {
        return leased.own().require(OP).numberBlocks().all().findFirst().orElseThrow();
    }

    private static String number(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario,
            RegisterArrival arrival) {
        return scenario.when(arrival, OFFICER).event(PersonArrived.class).registrationNumber();
    }

    private static RegisterArrival with(UUID person, String number, @Nullable String tablet) {
        Arrival arrival = register(person).arrival();
        return new RegisterArrival(
                OP,
                person,
                new Arrival(
                        arrival.receptionPoint(),
                        arrival.arrivedAt(),
                        arrival.sex(),
                        arrival.age(),
                        arrival.nationalities(),
                        arrival.needs(),
                        arrival.family(),
                        arrival.identity(),
                        tablet == null ? null : new Device(tablet, null, null),
                        arrival.preRegistration(),
                        number));
    }
}
