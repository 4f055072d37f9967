package org.orangeline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Name;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.StatedPlan;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** What scenarios begin with. */
final class Given {

    static final String OP = Scenario.OPERATION;
    static final Instant NOON = Scenario.NOON;
    static final UUID PERSON = new UUID(0x7000, 1);
    static final UUID OTHER = new UUID(0x7000, 2);
    static final Actor OFFICER = Actor.human("officer");

    private Given() {}

    static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> nothing() {
        return Scenario.of(new IntakeModel());
    }

    static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> open() {
        return nothing().given(nothing().when(openOperation(), OFFICER).events());
    }

    static OpenOperation openOperation() {
        return new OpenOperation(
                OP,
                "Baghuz 2019",
                "BGZ",
                StatedPlan.of(BuiltIn.plan("baghuz-2019").orElseThrow()),
                BuiltIn.legalProfile("gc-1949").orElseThrow());
    }

    /** An operation where people may leave the lines, so that waiting is no custody. */
    static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> unguarded() {
        return open().given(new LegalProfileChanged(OP, mayLeave(), Confidential.of("open")));
    }

    static LegalProfile mayLeave() {
        LegalProfile built = BuiltIn.legalProfile("gc-1949").orElseThrow();
        return new LegalProfile(
                "open",
                built.lineWaitLimit(),
                built.firstReviewWithin(),
                built.reviewEvery(),
                built.cardWithin(),
                built.bureauNoticeWithin(),
                built.screenAgainWithin(),
                built.plausibleClockSkew(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    static RegisterArrival register(UUID person) {
        return register(person, NOON, range(20, 30));
    }

    static RegisterArrival register(UUID person, Instant arrivedAt, StatedAge age) {
        return new RegisterArrival(
                OP,
                person,
                new Arrival(
                        "east",
                        arrivedAt,
                        Sex.MALE,
                        age,
                        List.of(new NationalityClaim("SYR", NationalityBasis.CLAIMED)),
                        List.of(),
                        null,
                        identity("Мухаммад аль-Хасан"),
                        null,
                        null,
                        null));
    }

    /** An arrival with a place in a family, and nothing known about the name. */
    static RegisterArrival member(UUID person, int age, @Nullable FamilyTie family) {
        return member(person, range(age, age), family);
    }

    static RegisterArrival member(UUID person, StatedAge age, @Nullable FamilyTie family) {
        return new RegisterArrival(
                OP,
                person,
                new Arrival(
                        "east",
                        NOON,
                        Sex.FEMALE,
                        age,
                        List.of(),
                        List.of(),
                        family,
                        null,
                        null,
                        null,
                        null));
    }

    static FamilyTie tie(String group, FamilyRole role) {
        return new FamilyTie(group, role);
    }

    /** What these commands record, one after the other; merges by two humans. */
    static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> after(
            IntakeCommand... commands) {
        return after(open(), commands);
    }

    static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> after(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            IntakeCommand... commands) {
        var scenario = before;
        for (int i = 0; i < commands.length; i++) {
            String id = UUID.nameUUIDFromBytes(commands[i].toString().getBytes(UTF_8)).toString();
            scenario =
                    isByTwo(commands[i])
                            ? byTwo(scenario, commands[i], id)
                            : scenario.given(
                                    scenario.commandId(id).when(commands[i], OFFICER).events());
        }
        return scenario;
    }

    private static boolean isByTwo(IntakeCommand command) {
        return command instanceof MergePersons || command instanceof UnmergePersons;
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> byTwo(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            IntakeCommand command,
            String id) {
        var asked = before.given(before.commandId(id).when(command, OFFICER).events());
        return asked.given(asked.when(command, Actor.human("second-of-two")).events());
    }

    static StatedAge born(String told) {
        return new StatedAge(PartialDate.of(told), null, null, null, null, null);
    }

    static StatedAge range(int min, int max) {
        return new StatedAge(null, null, min, max, AgeMethod.APPEARANCE, null);
    }

    static Identity identity(String name) {
        return new Identity(
                List.of(new Name(name, null)), List.of(), null, null, null, List.of(), List.of());
    }

    static CorrectDetails correct(UUID person, long version, @Nullable StatedAge age) {
        return new CorrectDetails(
                OP, person, version, null, age, null, null, null, null, "certificate shown");
    }
}
