package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.register;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.ErasureCommand.DeclineErasure;
import org.orangeline.intake.ErasureCommand.RequestErasure;
import org.orangeline.intake.ErasureCommand.SignErasure;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.erasure.Erasure;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

class ErasureTest {

    private static final Actor SECOND = Actor.human("second");
    private static final Confidential<String> REASON = Confidential.of("asked for in writing");

    private final RequestErasure request = new RequestErasure(OP, PERSON, REASON);

    @Test
    void an_erasure_that_two_humans_signed_takes_the_identity_and_leaves_the_facts() {
        var asked = asked(after(Given.unguarded(), register(PERSON)));
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        assertThat(asked.own().require(OP).require(PERSON).identity()).isNotNull();
        var erased = asked.when(sign(erasure), SECOND);
        erased.then(new IdentityErased(PERSON, erasure));
        OperationState after = erased.own().require(OP);
        assertThat(after.require(PERSON).identity()).isNull();
        assertThat(after.require(PERSON).age())
                .isEqualTo(asked.own().require(OP).require(PERSON).age());
        assertThat(after.erasures().isErased(PERSON.toString())).isTrue();
        assertThat(after.erasures().erasure(erasure).orElseThrow().status())
                .isEqualTo(Erasure.Status.ERASED);
    }

    @Test
    void who_asked_may_not_sign_and_no_machine_may_do_either() {
        var asked = asked(after(Given.unguarded(), register(PERSON)));
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        asked.when(sign(erasure), OFFICER).thenConflict();
        asked.when(sign(erasure), ofAnotherIssuer(OFFICER)).thenConflict();
        asked.when(sign(erasure, "BGZ-000002-8"), SECOND).thenConflict();
        asked.when(sign(erasure), Actor.machine("robot")).thenRefused("S6");
        after(Given.unguarded(), register(PERSON))
                .when(request, Actor.machine("robot"))
                .thenRefused("S6");
    }

    private static Actor ofAnotherIssuer(Actor officer) {
        return Actor.human(Actor.foreign("https://two.example", officer.id()));
    }

    @Test
    void it_is_asked_for_once_until_it_is_settled() {
        var asked = asked(after(Given.unguarded(), register(PERSON)));
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        asked.when(request, SECOND).thenConflict();
        var declined = after(asked, new DeclineErasure(OP, erasure, REASON));
        declined.when(sign(erasure), SECOND).thenNotFound();
        var again = asked(declined.commandId("7c9e6679-7425-40de-944b-e07fc1f90ae7"));
        UUID second = erasureOf(again.own().require(OP), PERSON);
        assertThat(second).isNotEqualTo(erasure);
        var erased = again.given(again.when(sign(second), SECOND).events());
        erased.when(request, OFFICER).thenConflict();
        erased.when(sign(second), SECOND).thenNotFound();
        erased.when(new DeclineErasure(OP, second, REASON), SECOND).thenNotFound();
    }

    @Test
    void a_registration_that_went_into_the_person_goes_with_it() {
        var merged =
                after(
                        after(Given.unguarded(), register(PERSON), register(OTHER)),
                        new MergePersons(OP, PERSON, OTHER, REASON));
        merged.when(new RequestErasure(OP, OTHER, REASON), OFFICER).thenConflict();
        var asked = asked(merged);
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        // The signature names all that goes, and nothing else.
        asked.when(sign(erasure), SECOND).thenConflict();
        asked.when(sign(erasure, "BGZ-000002-5"), SECOND).thenConflict();
        asked.when(sign(erasure, "BGZ-000001-7", "BGZ-000002-5", "BGZ-000003-3"), SECOND)
                .thenConflict();
        asked.when(sign(erasure, "BGZ-000001-7", "BGZ-000002-5"), SECOND)
                .then(new IdentityErased(PERSON, erasure), new IdentityErased(OTHER, erasure));
    }

    @Test
    void an_erasure_that_was_asked_for_takes_nobody_who_was_merged_in_since() {
        var asked = asked(after(Given.unguarded(), register(PERSON), register(OTHER)));
        asked.when(new MergePersons(OP, PERSON, OTHER, REASON), OFFICER).thenConflict();
        asked.when(new MergePersons(OP, OTHER, PERSON, REASON), OFFICER).thenConflict();
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        var declined = after(asked, new DeclineErasure(OP, erasure, REASON));
        assertThat(declined.when(new MergePersons(OP, OTHER, PERSON, REASON), OFFICER).events())
                .hasSize(1);
    }

    @Test
    void nobody_is_erased_with_a_registration_of_which_somebody_doubts_that_it_is_theirs() {
        var merged =
                after(
                        after(Given.unguarded(), register(PERSON), register(OTHER)),
                        new MergePersons(OP, PERSON, OTHER, REASON));
        UUID merge = merged.own().require(OP).merges().byId().values().iterator().next().mergeId();
        var doubt = new UnmergeRequested(PERSON, merge, OTHER, REASON);
        merged.given(doubt).when(request, OFFICER).thenConflict();
        var asked = asked(merged);
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        SignErasure both = sign(erasure, "BGZ-000001-7", "BGZ-000002-5");
        asked.when(both, SECOND).thenAccepted();
        asked.given(doubt).when(both, SECOND).thenConflict();
    }

    @Test
    void an_erasure_is_asked_for_anew_when_a_merge_was_taken_back_since() {
        var merged =
                after(
                        after(Given.unguarded(), register(PERSON), register(OTHER)),
                        new MergePersons(OP, PERSON, OTHER, REASON));
        UUID merge = merged.own().require(OP).merges().byId().values().iterator().next().mergeId();
        var asked = asked(merged);
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        var apart = after(asked, new UnmergePersons(OP, merge, REASON));
        apart.when(sign(erasure), SECOND).thenConflict();
        apart.when(sign(erasure, "BGZ-000001-7", "BGZ-000002-5"), SECOND).thenConflict();
    }

    @Test
    void a_log_of_before_in_which_somebody_was_merged_in_erases_nobody() {
        var registered = after(Given.unguarded(), register(PERSON), register(OTHER));
        UUID erasure = new UUID(0x7003, 1);
        var asked =
                registered.by(OFFICER).given(new ErasureRequested(erasure, PERSON, REASON, null));
        assertThat(asked.when(sign(erasure), SECOND).events()).hasSize(1);
        var merged = asked.given(new PersonsMerged(OTHER, new UUID(0x7004, 1), PERSON, REASON));
        merged.when(sign(erasure), SECOND).thenConflict();
        merged.when(sign(erasure, "BGZ-000001-7", "BGZ-000002-5"), SECOND).thenConflict();
    }

    @Test
    void who_is_held_or_is_to_be_keeps_the_record_that_says_why() {
        var asked = asked(after(Given.unguarded(), register(PERSON), register(OTHER)));
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        UUID placement = new UUID(0x7002, 1);
        var ordered = asked.given(ordered(PERSON, placement));
        ordered.when(sign(erasure), SECOND).thenConflict();
        var cancelled = ordered.given(new PlacementCancelled(PERSON, placement, "al-hol", REASON));
        assertThat(cancelled.when(sign(erasure), SECOND).events()).hasSize(1);
        var escaped = ordered.given(new Escaped(PERSON, placement, "al-hol", Given.NOON, REASON));
        escaped.when(sign(erasure), SECOND).thenConflict();
        // The other registration of the person is to be held.
        var merged =
                asked(
                        after(
                                after(Given.unguarded(), register(PERSON), register(OTHER)),
                                new MergePersons(OP, PERSON, OTHER, REASON)));
        UUID ofBoth = erasureOf(merged.own().require(OP), PERSON);
        merged.given(ordered(OTHER, placement))
                .when(sign(ofBoth, "BGZ-000001-7", "BGZ-000002-5"), SECOND)
                .thenConflict();
    }

    @Test
    void a_registration_that_comes_to_an_erased_one_can_be_erased_too() {
        var asked = asked(after(Given.unguarded(), register(PERSON), register(OTHER)));
        UUID first = erasureOf(asked.own().require(OP), PERSON);
        var erased = asked.given(asked.when(sign(first), SECOND).events());
        var merged = after(erased, new MergePersons(OP, PERSON, OTHER, REASON));
        var again = asked(merged.commandId("7c9e6679-7425-40de-944b-e07fc1f90ae7"));
        UUID second = erasureOf(again.own().require(OP), PERSON);
        again.when(sign(second, "BGZ-000001-7", "BGZ-000002-5"), SECOND)
                .then(new IdentityErased(OTHER, second));
    }

    @Test
    void a_log_of_before_in_which_an_erasure_took_two_registrations_shows_both() {
        UUID first = new UUID(0x7003, 1);
        UUID second = new UUID(0x7003, 2);
        var erased =
                after(Given.unguarded(), register(PERSON), register(OTHER))
                        .given(
                                new ErasureRequested(first, PERSON, REASON, null),
                                new ErasureRequested(second, OTHER, REASON, null),
                                new PersonsMerged(PERSON, new UUID(0x7004, 1), OTHER, REASON),
                                new IdentityErased(PERSON, first),
                                new IdentityErased(OTHER, first));
        var erasures = erased.own().require(OP).erasures();
        assertThat(erasures.erasure(first).orElseThrow().registrations())
                .containsExactly(PERSON, OTHER);
        assertThat(erasures.erasure(second).orElseThrow().status())
                .isEqualTo(Erasure.Status.ERASED);
        erased.when(sign(second), SECOND).thenNotFound();
    }

    @Test
    void one_open_request_counts_for_all_of_the_persons_registrations() {
        var registered = after(Given.unguarded(), register(PERSON), register(OTHER));
        var merged =
                registered.given(
                        new ErasureRequested(new UUID(0x7003, 1), OTHER, REASON, null),
                        new PersonsMerged(PERSON, new UUID(0x7004, 1), OTHER, REASON));
        merged.when(request, OFFICER).thenConflict();
        var declined = after(merged, new DeclineErasure(OP, new UUID(0x7003, 1), REASON));
        assertThat(declined.when(request, OFFICER).events()).hasSize(1);
    }

    @Test
    void nobody_gives_an_erased_person_a_name_again() {
        var asked = asked(after(Given.unguarded(), register(PERSON)));
        UUID erasure = erasureOf(asked.own().require(OP), PERSON);
        var erased = asked.given(asked.when(sign(erasure), SECOND).events());
        long version = erased.own().require(OP).require(PERSON).version();
        erased.when(correction(version, true), OFFICER).thenConflict();
        assertThat(erased.when(correction(version, false), OFFICER).events()).hasSize(1);
    }

    private Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> asked(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before) {
        return before.by(OFFICER).given(before.when(request, OFFICER).events());
    }

    private static PlacementOrdered ordered(UUID person, UUID placement) {
        return new PlacementOrdered(
                person,
                placement,
                "al-hol",
                Basis.VOLUNTARY_SHELTER,
                null,
                null,
                null,
                null,
                Given.NOON,
                null,
                "officer",
                null,
                null);
    }

    private static SignErasure sign(UUID erasure) {
        return sign(erasure, "BGZ-000001-7");
    }

    private static SignErasure sign(UUID erasure, String... numbers) {
        return new SignErasure(OP, erasure, Set.of(numbers));
    }

    private static CorrectDetails correction(long version, boolean named) {
        return new CorrectDetails(
                OP,
                PERSON,
                version,
                null,
                Given.range(40, 50),
                null,
                null,
                null,
                named ? Given.identity("Amina") : null,
                "as told");
    }

    private static UUID erasureOf(OperationState state, UUID person) {
        return state.erasures().openOf(person.toString()).orElseThrow().erasureId();
    }
}
