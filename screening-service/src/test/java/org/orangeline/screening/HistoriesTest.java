package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Question;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.screening.AnswersRecorded;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.events.screening.OtherLineSuggested;
import org.orangeline.events.screening.QuestionnairePublished;
import org.orangeline.events.screening.ScreeningAgainOverdue;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.events.screening.ScreeningOpened;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.scenario.ModelHistory;
import org.orangeline.screening.history.Moments;
import org.orangeline.screening.history.ScreeningMoment.How;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.lines.WhenWaitingTooLongThenReport;
import org.orangeline.screening.screening.Screening;
import org.orangeline.screening.view.ToScreenAgain;

/**
 * Long random lives over every command and all news, with restarts: the rules hold in the log,
 * replay equals live. {@code -Dorangeline.seeds=} asks for more of them.
 */
class HistoriesTest {

    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);
    private static final int PARTS = 8;
    private static final int STEPS = 80;
    private static final String OP = Moves.OP;

    /** Beyond it nobody's wait is left unreported: the limit of the built-in profile. */
    private static final Duration LIMIT = Duration.ofHours(24);

    /** How long a clearance is good for in these histories. */
    private static final Duration CLEARED = Duration.ofMinutes(30);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void replay_equals_live_and_the_rules_hold(int part) {
        for (int seed = part * SEEDS / PARTS; seed < (part + 1) * SEEDS / PARTS; seed++) {
            var life = history().run(seed);
            assertThat(life.accepted()).isPositive();
            assertThat(life.refused()).isPositive();
            List<Recorded<DomainEvent>> log = life.log();
            humansDecideAndTwoOfThem(log);
            noChildWasSentToTheMen(log);
            nobodyWasQuestionedUncleared(log);
            everybodyWasAskedEnough(log);
            everyWaitWasReportedOnce(log, life.own(), life.known(), life.now());
            everyOverdueScreeningWasReportedOnce(log, life.own(), life.known(), life.now());
            everyCauseWasRaisedOnce(log);
            mergesChangedNothingOfTheirOwn(log, life.own());
            nothingWentUnnoticed(log, life.now(), seed);
        }
    }

    /** L2, S4, S5: what {@code verify --rules} would list as a fault. */
    private static void nothingWentUnnoticed(
            List<Recorded<DomainEvent>> log, Instant now, int seed) {
        assertThat(Moments.of(log, now.plus(Duration.ofHours(1))))
                .as("seed " + seed)
                .noneMatch(moment -> moment.how() == How.UNNOTICED);
    }

    @Test
    void the_histories_reach_what_they_are_about() {
        Set<Class<?>> seen = new HashSet<>();
        for (int seed = 0; seed < 120; seed++) {
            history().run(seed).log().forEach(recorded -> seen.add(recorded.event().getClass()));
        }
        assertThat(seen)
                .containsAll(
                        EventTypes.of(Service.SCREENING).stream()
                                .map(type -> type.eventClass())
                                .toList());
    }

    private static ModelHistory<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent>
            history() {
        return ModelHistory.of(new ScreeningModel(), Moves::next)
                .steps(STEPS)
                .longestPause(Duration.ofHours(4))
                .restartEvery(4)
                .always("everybody who is here has a line", HistoriesTest::allInALine)
                .always("who went into another is named", HistoriesTest::mergesLead);
    }

    private static boolean allInALine(ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(OP);
        return open == null
                || open.persons().keySet().stream()
                        .filter(id -> known.isHere(OP, id))
                        .allMatch(own.operation(OP).places()::containsKey);
    }

    private static boolean mergesLead(ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(OP);
        return open == null
                || open.merges().into().keySet().stream()
                        .allMatch(id ->
                                People.registered(OP, UUID.fromString(id), known)
                                        .filter(refusal ->
                                                refusal.detail().contains(open.merges().inUse(id)))
                                        .isPresent());
    }

    private static void humansDecideAndTwoOfThem(List<Recorded<DomainEvent>> log) {
        for (var recorded : log) {
            if (recorded.event() instanceof ScreeningConcluded concluded) {
                assertThat(concluded.concludedBy()).isNotEqualTo(concluded.recommendedBy());
                assertThat(recorded.envelope().actor()).startsWith("human:");
            }
            if (recorded.event() instanceof FindingRecommended) {
                assertThat(recorded.envelope().actor()).startsWith("human:");
            }
        }
    }

    private static void noChildWasSentToTheMen(List<Recorded<DomainEvent>> log) {
        var known = Knowledge.NOTHING;
        for (var recorded : log) {
            if (recorded.event() instanceof GroupAssigned assigned) {
                var today = recorded.envelope().time().atOffset(ZoneOffset.UTC).toLocalDate();
                boolean child =
                        known.person(OP, assigned.personId()).orElseThrow().isChildOrInDoubt(today);
                GroupKind kind = Moves.PLAN.group(assigned.group()).orElseThrow().kind();
                assertThat(child && kind == GroupKind.MEN).isFalse();
            } else if (!isOwn(recorded)) {
                known = known.learn(recorded);
            }
        }
    }

    /**
     * S1: under whatever id, as many questions are required as of those packed with the software.
     */
    private static void everybodyWasAskedEnough(List<Recorded<DomainEvent>> log) {
        Map<String, Long> required = new HashMap<>();
        required.put("individual-screening 1", 6L);
        for (var recorded : log) {
            if (recorded.event() instanceof QuestionnairePublished published) {
                required.put(
                        published.questionnaire() + ' ' + published.version(),
                        published.questions().stream().filter(Question::required).count());
            }
            if (recorded.event() instanceof ScreeningOpened opened) {
                assertThat(required.get(opened.questionnaire() + ' ' + opened.version()))
                        .isGreaterThanOrEqualTo(6L);
            }
        }
    }

    /** S4, told from the log alone: each need, whoever took it away, and the clearances. */
    private static void nobodyWasQuestionedUncleared(List<Recorded<DomainEvent>> log) {
        var model = new ScreeningModel();
        var known = Knowledge.NOTHING;
        var care = new UrgentCare(CLEARED);
        long position = 0;
        for (var recorded : log) {
            position++;
            Instant time = recorded.envelope().time();
            if (!isOwn(recorded)) {
                known = model.learn(known, recorded);
                if (recorded.event() instanceof IntakeEvent
                        && !recorded.event().subject().equals(OP)) {
                    care.notice(recorded, known.require(OP), position);
                }
                continue;
            }
            switch (recorded.event()) {
                case MedicallyCleared cleared ->
                        care.cleared(cleared.personId(), position, Told.or(cleared.at(), time));
                case ClearanceExpired over -> care.expired(over, time);
                case ScreeningOpened opened ->
                        care.questioned(
                                known.require(OP), opened.personId(), Told.or(opened.at(), time));
                case AnswersRecorded answers ->
                        care.questioned(
                                known.require(OP), answers.personId(), Told.or(answers.at(), time));
                case FindingRecommended recommended ->
                        care.questioned(
                                known.require(OP),
                                recommended.personId(),
                                Told.or(recommended.at(), time));
                default -> {}
            }
        }
    }

    /** L4: once for each wait, by whatever registrations, and none is missing at the end. */
    private static void everyWaitWasReportedOnce(
            List<Recorded<DomainEvent>> log, ScreeningState own, Knowledge known, Instant now) {
        Set<String> reported = new HashSet<>();
        var knownThen = Knowledge.NOTHING;
        for (var recorded : log) {
            if (!isOwn(recorded)) {
                knownThen = knownThen.learn(recorded);
                // Neither a move nor an order, nor the end of one, begins another wait.
                if (beginsOrEndsAWait(recorded.event())) {
                    knownThen
                            .require(OP)
                            .touched(recorded.event().subject())
                            .forEach(one -> reported.remove(one.personId().toString()));
                }
            }
            if (recorded.event() instanceof LineWaitOverdue overdue) {
                KnownOperation open = knownThen.require(OP);
                open.registrations(open.person(overdue.personId()).orElseThrow())
                        .forEach(one ->
                                assertThat(reported)
                                        .as("reported twice: " + overdue)
                                        .doesNotContain(one.toString()));
                reported.add(overdue.personId().toString());
                assertThat(recorded.envelope().time()).isAfterOrEqualTo(overdue.due());
                assertThat(overdue.due()).isEqualTo(overdue.since().plus(LIMIT));
            }
        }
        own.operation(OP)
                .places()
                .keySet()
                .forEach(id ->
                        assertThat(
                                        WhenWaitingTooLongThenReport.react(
                                                new SubjectRef(OP, id), own, known))
                                .as("not reported: " + id + " in " + lines(log))
                                .allMatch(due -> due.notBefore().isAfter(now)));
    }

    private static String lines(List<Recorded<DomainEvent>> log) {
        return log.stream()
                .map(one -> "\n" + one.envelope().time() + " " + one.event())
                .collect(Collectors.joining());
    }

    private static boolean beginsOrEndsAWait(DomainEvent event) {
        return switch (event) {
            case PersonReturned _, PersonLeft _, PersonDied _, PersonsMerged _, PersonsUnmerged _ ->
                    true;
            default -> false;
        };
    }

    /** S1: at most once for each conclusion, and none is missing at the end. */
    private static void everyOverdueScreeningWasReportedOnce(
            List<Recorded<DomainEvent>> log, ScreeningState own, Knowledge known, Instant now) {
        Set<UUID> conclusions = new HashSet<>();
        for (var recorded : log) {
            if (recorded.event() instanceof ScreeningAgainOverdue overdue) {
                assertThat(conclusions.add(overdue.recommendationId()))
                        .as("reported twice: " + overdue)
                        .isTrue();
                assertThat(recorded.envelope().time()).isAfterOrEqualTo(overdue.due());
            }
        }
        ToScreenAgain.of(OP, own, known)
                .forEach(one ->
                        assertThat(one.conclusion().overdueAt() != null || one.due().isAfter(now))
                                .as("not reported: " + one)
                                .isTrue());
    }

    private static void everyCauseWasRaisedOnce(List<Recorded<DomainEvent>> log) {
        Set<String> causes = new HashSet<>();
        for (var recorded : log) {
            if (recorded.event() instanceof OtherLineSuggested suggested) {
                assertThat(causes.add(suggested.personId() + recorded.envelope().causationId()))
                        .as("raised twice: " + suggested)
                        .isTrue();
                assertThat(suggested.suggested()).isNotEqualTo(suggested.group());
            }
        }
    }

    /** Nothing is recorded about a person while merged, but that a human reopens a finding. */
    private static void mergesChangedNothingOfTheirOwn(
            List<Recorded<DomainEvent>> log, ScreeningState end) {
        var model = new ScreeningModel();
        ScreeningState own = model.emptyOwn();
        Map<String, Kept> away = new TreeMap<>();
        for (var recorded : log) {
            if (isOwn(recorded)) {
                own = model.evolve(own, recorded);
            }
            if (recorded.event() instanceof ScreeningReopened reopened
                    && away.containsKey(reopened.personId().toString())) {
                away.put(reopened.personId().toString(), Kept.of(own, reopened.personId()));
            }
            if (recorded.event() instanceof PersonsMerged merged) {
                away.put(merged.otherId().toString(), Kept.of(own, merged.otherId()));
            }
            if (recorded.event() instanceof PersonsUnmerged unmerged) {
                assertThat(Kept.of(own, unmerged.otherId()))
                        .as("as it was before the merge")
                        .isEqualTo(away.remove(unmerged.otherId().toString()));
            }
        }
        away.forEach((id, kept) -> assertThat(Kept.of(end, UUID.fromString(id))).isEqualTo(kept));
    }

    private static boolean isOwn(Recorded<DomainEvent> recorded) {
        return recorded.envelope().source().equals("screening-service");
    }

    private record Kept(Optional<Place> place, Screening screening) {

        static Kept of(ScreeningState own, UUID person) {
            return new Kept(own.place(OP, person), own.screening(OP, person));
        }
    }
}
