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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.EmergencyAccessErased;
import org.orangeline.events.intake.EmergencyAccessReviewed;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.EmergencyCommand.ReviewAccess;
import org.orangeline.intake.EmergencyCommand.TakeAccess;
import org.orangeline.intake.ErasureCommand.RequestErasure;
import org.orangeline.intake.ErasureCommand.SignErasure;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.emergency.EmergencyAccess;
import org.orangeline.intake.emergency.EmergencyAccesses;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

class EmergencyTest {

    private static final Confidential<String> REASON = Confidential.of("a child is called for");
    private static final Actor AUDITOR = Actor.human("auditor");
    private static final Duration HALF = Duration.ofMinutes(30);

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> arrived =
            after(Given.unguarded(), register(PERSON), register(OTHER)).by(OFFICER);
    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> taken =
            after(arrived, take(HALF));

    private static TakeAccess take(Duration length) {
        return new TakeAccess(OP, PERSON, length, REASON);
    }

    private static EmergencyAccesses accesses(Scenario<?, IntakeState, ?, ?> scenario) {
        return scenario.own().require(OP).emergencies();
    }

    private static UUID only(Scenario<?, IntakeState, ?, ?> scenario) {
        return accesses(scenario).byId().values().iterator().next().accessId();
    }

    @Test
    void it_is_for_one_human_one_person_and_a_while() {
        String officer = OFFICER.text();
        EmergencyAccesses accesses = accesses(taken);
        assertThat(accesses.running(officer, PERSON, NOON.plus(HALF).minusSeconds(1))).isPresent();
        assertThat(accesses.running(officer, PERSON, NOON.plus(HALF))).isEmpty();
        assertThat(accesses.running(officer, OTHER, NOON)).isEmpty();
        assertThat(accesses.running(AUDITOR.text(), PERSON, NOON)).isEmpty();
        assertThat(accesses(arrived).running(officer, PERSON, NOON)).isEmpty();
    }

    @Test
    void it_is_taken_once_at_a_time_and_not_for_longer_than_an_emergency() {
        taken.when(take(HALF), OFFICER).thenConflict();
        taken.when(take(HALF), AUDITOR).thenAccepted();
        taken.at(NOON.plus(HALF)).when(take(HALF), OFFICER).thenAccepted();
        arrived.when(take(EmergencyAccess.LONGEST.plusMinutes(1)), OFFICER).thenConflict();
        arrived.when(new TakeAccess(OP, new UUID(1, 1), HALF, REASON), OFFICER).thenNotFound();
    }

    @Test
    void another_human_reviews_it_once() {
        UUID id = only(taken);
        var review = new ReviewAccess(OP, id, true, REASON);
        taken.when(review, OFFICER).thenConflict();
        taken.when(review, Actor.human(Actor.foreign("https://two.example", OFFICER.id())))
                .thenConflict();
        var reviewed = taken.when(review, AUDITOR);
        reviewed.then(new EmergencyAccessReviewed(id, PERSON, true, REASON));
        taken.by(AUDITOR).given(reviewed.events()).when(review, AUDITOR).thenConflict();
        taken.when(new ReviewAccess(OP, new UUID(1, 1), true, REASON), AUDITOR).thenNotFound();
    }

    @Test
    void a_review_that_takes_too_long_is_overdue() {
        EmergencyAccess access = accesses(taken).access(only(taken)).orElseThrow();
        assertThat(access.isReviewOverdue(NOON.plus(EmergencyAccess.REVIEW_WITHIN))).isFalse();
        assertThat(access.isReviewOverdue(NOON.plus(EmergencyAccess.REVIEW_WITHIN).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void nothing_is_taken_of_an_identity_that_was_erased() {
        var asked = after(arrived, new RequestErasure(OP, PERSON, REASON));
        UUID erasure =
                asked.own()
                        .require(OP)
                        .erasures()
                        .openOf(PERSON.toString())
                        .orElseThrow()
                        .erasureId();
        asked.given(new IdentityErased(PERSON, erasure)).when(take(HALF), OFFICER).thenConflict();
    }

    @Test
    void an_erasure_takes_its_words_along_and_leaves_who_took_it() {
        UUID id = only(taken);
        var reviewed = taken.when(new ReviewAccess(OP, id, true, REASON), AUDITOR);
        var asked = after(taken.given(reviewed.events()), new RequestErasure(OP, PERSON, REASON));
        UUID erasure =
                asked.own()
                        .require(OP)
                        .erasures()
                        .openOf(PERSON.toString())
                        .orElseThrow()
                        .erasureId();
        var number = asked.own().require(OP).require(PERSON).registrationNumber();
        var erased = asked.when(new SignErasure(OP, erasure, Set.of(number)), AUDITOR);
        erased.then(
                new IdentityErased(PERSON, erasure),
                new EmergencyAccessErased(id, PERSON, erasure));
        EmergencyAccess access = erased.own().require(OP).emergencies().access(id).orElseThrow();
        assertThat(access.takenBy()).isEqualTo(OFFICER.text());
    }

    @Test
    void a_review_after_the_erasure_is_kept_without_its_words() {
        UUID id = only(taken);
        var asked = after(taken, new RequestErasure(OP, PERSON, REASON));
        OperationState state = asked.own().require(OP);
        UUID erasure = state.erasures().openOf(PERSON.toString()).orElseThrow().erasureId();
        asked.given(
                        new IdentityErased(PERSON, erasure),
                        new EmergencyAccessErased(id, PERSON, erasure))
                .when(new ReviewAccess(OP, id, true, REASON), AUDITOR)
                .then(
                        new EmergencyAccessReviewed(
                                id, PERSON, true, Confidential.of("the identity was erased")));
    }

    @Test
    void S6_a_machine_has_no_emergencies() {
        Actor machine = Actor.machine("robot");
        arrived.when(take(HALF), machine).thenRefused("S6");
        taken.when(new ReviewAccess(OP, only(taken), true, REASON), machine).thenRefused("S6");
    }
}
