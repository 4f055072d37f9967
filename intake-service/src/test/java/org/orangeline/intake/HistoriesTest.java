package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OP;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.families.FamilyCircle;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.scenario.ModelHistory;

/**
 * Long random lives over every command, with restarts; a failure prints its seed. {@code
 * -Dorangeline.seeds=} asks for more.
 */
class HistoriesTest {

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);
    private static final int BLOCK = 66;
    private static final int STEPS = 210;
    private static final int LIVELY = 30;
    private static final LocalDate LATE = LocalDate.parse("2019-03-02");

    static IntStream blocks() {
        return IntStream.range(0, Math.ceilDiv(SEEDS, BLOCK));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void whatever_happens_replay_equals_live_and_nothing_is_broken(int block) {
        Set<Class<?>> seen = new HashSet<>();
        for (int seed = block * BLOCK; seed < Math.min(SEEDS, (block + 1) * BLOCK); seed++) {
            var life =
                    ModelHistory.of(
                                    new IntakeModel(),
                                    (Random random, IntakeState own, Custody known) ->
                                            RandomMoves.next(random, own))
                            .steps(STEPS)
                            .restartEvery(12)
                            .always("numbers have no gaps", holds(HistoriesTest::numbers))
                            .always("links bind both", holds(HistoriesTest::symmetric))
                            .always("merges lead to one in use", holds(HistoriesTest::merges))
                            .always("nobody with a verified carer is alone", HistoriesTest::alone)
                            .always("nobody erased is in conflict", holds(HistoriesTest::erased))
                            .always("a group has its members", holds(HistoriesTest::groups))
                            .run(seed);
            assertThat(life.accepted()).as("seed %d", seed).isGreaterThan(LIVELY);
            mergesChangeNobody(life.log(), life.own(), seed);
            onlyAssessmentsEndProtection(life.log(), seed);
            nothingSensitiveIsInTheClear(life.log(), seed);
            noNumberShowsThatSomethingIsHidden(life.log(), life.own(), seed);
            life.log().forEach(recorded -> seen.add(recorded.event().getClass()));
        }
        if ((block + 1) * BLOCK > SEEDS) {
            return; // Too few lives to see everything.
        }
        assertThat(seen)
                .as("every event of intake happens in these lives")
                .containsAll(
                        EventTypes.of(Service.INTAKE).stream()
                                .map(EventType::eventClass)
                                .collect(Collectors.toSet()));
    }

    /** Sensitive needs are in no event but their own, which is sealed on the wire. */
    private static void nothingSensitiveIsInTheClear(List<Recorded<DomainEvent>> log, int seed) {
        for (Recorded<DomainEvent> recorded : log) {
            if (recorded.event() instanceof SensitiveNeedsRecorded) {
                continue;
            }
            assertThat(recorded.event().toString())
                    .as("seed %d", seed)
                    .doesNotContain(Needs.SENSITIVE);
        }
    }

    /** ADR 34: numbered without gaps, and a version is the number of what was corrected last. */
    private static void noNumberShowsThatSomethingIsHidden(
            List<Recorded<DomainEvent>> log, IntakeState own, int seed) {
        Map<UUID, Long> versions = new HashMap<>();
        long number = 0;
        for (Recorded<DomainEvent> recorded : log) {
            if (!(recorded.event() instanceof IntakeEvent)) {
                continue;
            }
            if (!(recorded.event() instanceof SensitiveNeedsRecorded)) {
                number++;
            }
            assertThat(own.shown(recorded.envelope().sequence()))
                    .as("seed %d: %s", seed, recorded)
                    .isEqualTo(number);
            switch (recorded.event()) {
                case PersonArrived arrived -> versions.put(arrived.personId(), number);
                case PersonDetailsCorrected corrected -> versions.put(corrected.personId(), number);
                default -> {}
            }
        }
        versions.forEach((person, version) ->
                assertThat(own.require(OP).require(person).version())
                        .as("seed %d", seed)
                        .isEqualTo(version));
    }

    /** Without any merge and its reversal in the log, every record folds to the very same. */
    private static void mergesChangeNobody(
            List<Recorded<DomainEvent>> log, IntakeState live, int seed) {
        IntakeState without = IntakeState.EMPTY;
        for (Recorded<DomainEvent> recorded : log) {
            boolean overlay =
                    recorded.event() instanceof PersonsMerged
                            || recorded.event() instanceof MergeRequested
                            || recorded.event() instanceof UnmergeRequested
                            || recorded.event() instanceof UnmergeDeclined
                            || recorded.event() instanceof PersonsUnmerged;
            boolean own = recorded.envelope().source().equals("intake-service");
            if (own && !overlay) {
                without = IntakeFold.evolve(without, recorded);
            }
        }
        OperationState mine = without.require(OP);
        OperationState theirs = live.require(OP);
        assertThat(mine.persons()).as("seed %d", seed).isEqualTo(theirs.persons());
        assertThat(mine.families()).isEqualTo(theirs.families());
        assertThat(mine.duplicates()).isEqualTo(theirs.duplicates());
        assertThat(mine.receipts()).isEqualTo(theirs.receipts());
        assertThat(mine.identified()).isEqualTo(theirs.identified());
    }

    /**
     * By every record of a person: who may be a child stays one, until two humans said otherwise.
     * An adult's age in a command that also assesses is told by the assessment before it.
     */
    private static void onlyAssessmentsEndProtection(List<Recorded<DomainEvent>> log, int seed) {
        IntakeState state = IntakeState.EMPTY;
        Set<String> assessed = new HashSet<>();
        for (Recorded<DomainEvent> recorded : log) {
            if (!recorded.envelope().source().equals("intake-service")) {
                continue;
            }
            LocalDate day = recorded.envelope().time().atOffset(ZoneOffset.UTC).toLocalDate();
            Set<String> before = children(state, day);
            state = IntakeFold.evolve(state, recorded);
            if (recorded.event() instanceof AgeAssessed assessment) {
                assessment.registrations().forEach(one -> assessed.add(one.toString()));
            }
            before.removeAll(children(state, day));
            assertThat(assessed).as("seed %d", seed).containsAll(before);
        }
    }

    private static Set<String> children(IntakeState state, LocalDate day) {
        OperationState open = state.operation(OP);
        return open == null
                ? new HashSet<>()
                : open.persons().keySet().stream()
                        .filter(id -> AgeClaims.mayBeChild(open, id, day))
                        .collect(Collectors.toCollection(HashSet::new));
    }

    private static java.util.function.BiPredicate<IntakeState, Custody> holds(
            java.util.function.Predicate<OperationState> invariant) {
        return (own, known) -> own.operation(OP) == null || invariant.test(own.require(OP));
    }

    private static boolean numbers(OperationState state) {
        return state.persons().values().stream()
                .map(Person::registrationNumber)
                .collect(Collectors.toSet())
                .equals(
                        LongStream.rangeClosed(1, state.lastCount())
                                .filter(count ->
                                        state.numberBlocks()
                                                .of(count)
                                                .map(block -> block.used().contains(count))
                                                .orElse(true))
                                .mapToObj(count -> RegistrationNumber.of("BGZ", count))
                                .collect(Collectors.toSet()));
    }

    private static boolean symmetric(OperationState state) {
        return state.families().links().entrySet().stream()
                .allMatch(mine ->
                        mine.getValue().entrySet().stream()
                                .allMatch(link -> {
                                    var back =
                                            state.families()
                                                    .linksOf(link.getKey())
                                                    .get(mine.getKey());
                                    return back != null
                                            && back.linkId().equals(link.getValue().linkId())
                                            && back.ended() == link.getValue().ended();
                                }));
    }

    private static boolean merges(OperationState state) {
        return state.persons().keySet().stream()
                .allMatch(id -> {
                    String inUse = state.merges().inUse(id);
                    return !state.merges().isMergedAway(inUse)
                            && state.merges().registrations(inUse).contains(id);
                });
    }

    private static boolean alone(IntakeState own, Custody known) {
        OperationState state = own.operation(OP);
        return state == null || alone(state, known.staysOf(OP));
    }

    private static boolean alone(OperationState state, Stays stays) {
        return state.families().alone().entrySet().stream()
                .filter(entry -> entry.getValue().kind() != null)
                .map(entry -> state.require(UUID.fromString(entry.getKey())))
                .filter(child -> child.gone() == null && !state.isMergedAway(child.personId()))
                .filter(child -> child.age().isChildOrInDoubt(LATE))
                .filter(child ->
                        stays.of(state.merges().registrations(child.id()))
                                .filter(stay -> stay.state().isAway())
                                .isEmpty())
                .allMatch(child ->
                        FamilyCircle.around(state, stays, child.id()).carer(child.id()).isEmpty());
    }

    private static boolean erased(OperationState state) {
        return state.conflicts()
                .all()
                .noneMatch(conflict ->
                        conflict.field() == PersonField.IDENTITY
                                && state.erasures().isErased(conflict.personId().toString()));
    }

    private static boolean groups(OperationState state) {
        return state.persons().values().stream()
                .allMatch(person ->
                        person.family() == null
                                || state.families().members(person.family()).stream()
                                                .filter(person.id()::equals)
                                                .count()
                                        == 1);
    }
}
