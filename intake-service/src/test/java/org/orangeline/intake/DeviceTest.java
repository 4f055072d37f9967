package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.open;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DeviceCodeRejected;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.intake.DeviceCommand.EnrolDevice;
import org.orangeline.intake.DeviceCommand.InviteDevice;
import org.orangeline.intake.DeviceCommand.RevokeDevice;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.devices.Enrolment;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

class DeviceTest {

    private static final Actor NOBODY = Actor.machine("enrolment-code");
    private static final String CODE = "0a".repeat(32);
    private static final String WRONG = "0b".repeat(32);
    private static final String TABLET = "tablet-3";
    private static final DeviceKey KEY = new DeviceKey("OKP", "Ed25519", "x".repeat(43));
    private static final Confidential<String> REASON = Confidential.of("left behind");

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> invited =
            after(open(), invite(CODE));

    private static InviteDevice invite(String code) {
        return new InviteDevice(OP, TABLET, "east", code, Duration.ofHours(24));
    }

    private static EnrolDevice enrol(String code) {
        return new EnrolDevice(OP, TABLET, List.of(code), KEY);
    }

    private static RevokeDevice revoke() {
        return new RevokeDevice(OP, TABLET, REASON);
    }

    private static Enrolment device(Scenario<?, IntakeState, ?, ?> scenario) {
        return scenario.own().require(OP).devices().device(TABLET).orElseThrow();
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> guessed(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before) {
        return before.given(before.when(enrol(WRONG), NOBODY).events());
    }

    @Test
    void a_code_enrols_one_tablet_once() {
        var enrolled = invited.when(enrol(CODE), NOBODY);
        enrolled.then(new DeviceEnrolled(device(invited).enrolmentId(), TABLET, KEY));
        var after = invited.given(enrolled.events());
        assertThat(device(after).state()).isEqualTo(Enrolment.State.ENROLLED);
        after.when(enrol(CODE), NOBODY).thenNotFound();
        invited.when(new EnrolDevice(OP, "tablet-4", List.of(CODE), KEY), NOBODY).thenNotFound();
    }

    @Test
    void a_code_that_was_made_before_a_renewal_of_the_keys_enrols() {
        invited.when(new EnrolDevice(OP, TABLET, List.of(WRONG, CODE), KEY), NOBODY).thenAccepted();
        invited.when(new EnrolDevice(OP, TABLET, List.of(), KEY), NOBODY)
                .event(DeviceCodeRejected.class);
    }

    @Test
    void a_code_runs_out() {
        invited.at(NOON.plus(Duration.ofHours(24)).minusSeconds(1))
                .when(enrol(CODE), NOBODY)
                .thenAccepted();
        invited.at(NOON.plus(Duration.ofHours(24))).when(enrol(CODE), NOBODY).thenNotFound();
    }

    @Test
    void wrong_guesses_end_no_code_and_five_of_them_are_written_down_before_a_pause() {
        invited.when(enrol(WRONG), NOBODY)
                .then(new DeviceCodeRejected(device(invited).enrolmentId(), TABLET));
        var scenario = invited;
        for (int i = 0; i < Enrolment.MOST_GUESSES; i++) {
            scenario = guessed(scenario);
        }
        scenario.when(enrol(CODE), NOBODY)
                .then(new DeviceEnrolled(device(invited).enrolmentId(), TABLET, KEY));
        scenario.when(enrol(WRONG), NOBODY).thenNotFound();
        var later = scenario.at(NOON.plus(Enrolment.PAUSE));
        later.when(enrol(WRONG), NOBODY)
                .then(new DeviceCodeRejected(device(invited).enrolmentId(), TABLET));
        assertThat(device(guessed(later)).guesses()).isEqualTo(1);
        later.when(enrol(CODE), NOBODY).thenAccepted();
    }

    @Test
    void another_code_makes_the_one_before_it_void() {
        var again = after(invited, invite("0c".repeat(32)));
        assertThat(again.when(enrol(CODE), NOBODY).event(DeviceCodeRejected.class).deviceId())
                .isEqualTo(TABLET);
    }

    @Test
    void a_tablet_that_has_enrolled_or_was_revoked_is_not_invited_again() {
        var enrolled = invited.given(invited.when(enrol(CODE), NOBODY).events());
        enrolled.when(invite(CODE), OFFICER).thenConflict();
        var revoked = after(enrolled, revoke());
        revoked.when(invite(CODE), OFFICER).thenConflict();
    }

    @Test
    void a_tablet_is_revoked_once_before_it_enrols_as_well() {
        invited.when(revoke(), OFFICER)
                .then(new DeviceRevoked(device(invited).enrolmentId(), TABLET, REASON));
        var revoked = after(invited, revoke());
        assertThat(revoked.own().require(OP).devices().isRevoked(TABLET)).isTrue();
        revoked.when(enrol(CODE), NOBODY).thenNotFound();
        revoked.when(revoke(), OFFICER).thenConflict();
        open().when(revoke(), OFFICER).thenNotFound();
    }

    @Test
    void S6_a_machine_invites_and_revokes_nobody() {
        Actor machine = Actor.machine("robot");
        open().when(invite(CODE), machine).thenRefused("S6");
        invited.when(revoke(), machine).thenRefused("S6");
        assertThat(open().when(invite(CODE), OFFICER).event(DeviceInvited.class).expiresAt())
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
    }
}
