package org.orangeline.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonIntakeEvent;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Answer;
import org.orangeline.events.model.Answers;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.NotAnswered;
import org.orangeline.events.model.Question;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.scenario.ModelHistory.Move;
import org.orangeline.runtime.scenario.Scenario;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.Merges;
import org.orangeline.screening.questionnaire.QuestionnaireRequest;
import org.orangeline.screening.screening.Opening;
import org.orangeline.screening.screening.Screening;

/** What a random history does next: every command of this service, and all that others record. */
final class Moves {

    static final String OP = Given.OP;
    static final GroupingPlan PLAN = BuiltIn.plan(BuiltIn.DEFAULT_PLAN).orElseThrow();
    private static final List<String> COUNTRIES = List.of("SYR", "IRQ", "FRA", "UNKNOWN");
    private static final List<String> NEEDS = List.of(Needs.MEDICAL_URGENT, Needs.WOUNDED);
    private static final Confidential<String> REASON = Confidential.of("seen");

    private Moves() {}

    static Move<ScreeningCommand> next(Random random, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(OP);
        if (open == null) {
            LegalProfile built = BuiltIn.legalProfile(BuiltIn.DEFAULT_LEGAL_PROFILE).orElseThrow();
            return Move.hear(
                    OP, new OperationOpened(OP, "Baghuz 2019", "BGZ", PLAN, hurried(built)));
        }
        List<String> ids = new ArrayList<>(open.persons().keySet());
        ids.sort(null);
        if (ids.isEmpty() || random.nextInt(4) == 0) {
            return Move.hear(OP, arrival(random, ids.size()));
        }
        UUID person = UUID.fromString(one(random, ids));
        return random.nextInt(3) == 0
                ? news(random, open, person, UUID.fromString(one(random, ids)))
                : Move.ask(command(random, own, person), actor(random));
    }

    /** A history is days long, not weeks, and few are in it for all of it. */
    private static LegalProfile hurried(LegalProfile built) {
        return new LegalProfile(
                "hurried",
                built.lineWaitLimit(),
                built.firstReviewWithin(),
                built.reviewEvery(),
                built.cardWithin(),
                built.bureauNoticeWithin(),
                Duration.ofMinutes(30),
                built.plausibleClockSkew(),
                null,
                null,
                null,
                null,
                null,
                Duration.ofMinutes(30),
                null,
                null);
    }

    private static Move<ScreeningCommand> news(
            Random random, KnownOperation open, UUID person, UUID other) {
        UUID id = new UUID(0x7001, random.nextInt(50));
        return switch (random.nextInt(14)) {
            case 0 -> ageCorrected(open, person, random.nextInt(30), 30);
            case 1 -> Move.hear(OP, Given.nationalityCorrected(person, one(random, COUNTRIES)));
            case 2 -> Move.hear(OP, Given.needsCorrected(person, one(random, NEEDS)));
            case 3 ->
                    Move.hear(
                            OP,
                            random.nextBoolean()
                                    ? Given.needsCorrected(person)
                                    : disputed(random, person));
            case 4, 5 -> linked(random, open, person, other, id);
            case 6, 7 -> merged(open, person, other, id);
            case 8 -> Move.hear(OP, new PlacedInDetention(person, id, "c", Basis.INTERNMENT, null));
            case 9 -> Move.hear(OP, Given.ordered(person));
            case 10 -> Move.hear(OP, new PlacementCancelled(person, id, "camp-1", REASON));
            case 11 ->
                    Move.hear(
                            OP,
                            random.nextBoolean()
                                    ? Given.left(person)
                                    : Given.returned(
                                            person,
                                            Scenario.NOON.plus(
                                                    Duration.ofMinutes(random.nextInt(6_000)))));
            case 12 -> Move.hear(OP, Given.died(person));
            default ->
                    Move.hear(
                            OP,
                            new GroupingPlanChanged(
                                    OP,
                                    new GroupingPlan(
                                            "other-" + random.nextInt(9),
                                            PLAN.groups(),
                                            PLAN.rules().subList(random.nextInt(3), 5),
                                            PLAN.otherwise()),
                                    REASON));
        };
    }

    // Of a few conflicts some are settled, and some that were never found.
    private static PersonIntakeEvent disputed(Random random, UUID person) {
        UUID conflict = new UUID(0x7002, random.nextInt(4));
        return random.nextBoolean()
                ? Given.needsDisputed(person, conflict, one(random, NEEDS))
                : Given.needsSettled(person, conflict, FieldConflictSettled.Took.STANDING);
    }

    private static Move<ScreeningCommand> linked(
            Random random, KnownOperation open, UUID person, UUID other, UUID id) {
        boolean stands =
                open.kinship().links().containsKey(person.toString())
                        && open.kinship()
                                .links()
                                .getOrDefault(person.toString(), ChampMap.empty())
                                .containsKey(id.toString());
        if (stands) {
            var link =
                    Objects.requireNonNull(
                            Objects.requireNonNull(open.kinship().links().get(person.toString()))
                                    .get(id.toString()));
            return Move.hear(
                    OP, new FamilyUnlinked(person, id, UUID.fromString(link.relative()), REASON));
        }
        return person.equals(other)
                ? Move.hear(OP, Given.needsCorrected(person, Needs.WOUNDED))
                : Move.hear(
                        OP,
                        new FamilyLinked(
                                person, id, other, any(random, FamilyRole.values()), REASON));
    }

    // Like intake: nothing is corrected of a registration that leads to another one.
    static Move<ScreeningCommand> ageCorrected(KnownOperation open, UUID person, int min, int max) {
        UUID inUse = UUID.fromString(open.merges().inUse(person.toString()));
        return Move.hear(OP, Given.ageCorrected(inUse, min, max));
    }

    // Like intake: neither of the two may be merged already, and a merge is taken back as it was.
    static Move<ScreeningCommand> merged(KnownOperation open, UUID person, UUID other, UUID id) {
        Merges.Merge merge = open.merges().into().get(person.toString());
        if (merge != null) {
            return Move.hear(
                    OP,
                    new PersonsUnmerged(
                            UUID.fromString(merge.personId()), merge.mergeId(), person, REASON));
        }
        return person.equals(other) || open.merges().isMerged(other.toString())
                ? Move.hear(OP, Given.needsCorrected(person))
                : Move.hear(OP, new PersonsMerged(person, id, other, REASON));
    }

    /** Whatever the questionnaire that is packed with the software demands. */
    private static final List<NotAnswered> DECLINED =
            Stream.of(
                            "how-you-came",
                            "has-papers",
                            "family-with-you",
                            "occupation",
                            "carried-arms",
                            "fears-return")
                    .map(question -> new NotAnswered(question, NotAnswered.Reason.DECLINED))
                    .toList();

    private static final List<NotAnswered> LATER_DECLINED =
            Stream.of("q-1", "q-2", "q-3", "q-4", "q-5")
                    .map(question -> new NotAnswered(question, NotAnswered.Reason.DECLINED))
                    .toList();

    private static ScreeningCommand command(Random random, ScreeningState own, UUID person) {
        return switch (random.nextInt(20)) {
            case 0, 1 ->
                    new ScreeningCommand.ReassignGroup(
                            OP, person, group(random), REASON, at(random));
            case 2 ->
                    new ScreeningCommand.ReassignGroup(
                            OP,
                            person,
                            own.place(OP, person).map(place -> place.group()).orElse("none"),
                            REASON,
                            at(random));
            case 3 ->
                    new ScreeningCommand.CountHeads(
                            OP, group(random), random.nextInt(9), at(random));
            case 4 -> new ScreeningCommand.ClearMedically(OP, person, "dr-1", REASON, at(random));
            case 5 ->
                    new ScreeningCommand.OpenScreening(
                            OP,
                            person,
                            random.nextBoolean() ? null : "front-gate",
                            "ar",
                            null,
                            at(random));
            case 6 ->
                    new ScreeningCommand.RecordAnswers(
                            OP,
                            person,
                            Confidential.of(
                                    new Answers(
                                            List.of(
                                                    new Answer(
                                                            "has-papers",
                                                            random.nextBoolean()
                                                                    ? "YES"
                                                                    : "perhaps")))),
                            random.nextBoolean() ? List.of() : DECLINED,
                            at(random));
            case 7 -> new ScreeningCommand.ReopenScreening(OP, person, REASON);
            case 8 ->
                    random.nextBoolean()
                            ? publish(random, own)
                            : new ScreeningCommand.RequestQuestionnaire(
                                    OP,
                                    random.nextInt(3) == 0 ? "front-gate" : "individual-screening",
                                    1 + random.nextInt(4),
                                    asked(random));
            case 9, 10, 11 ->
                    new ScreeningCommand.ConcludeScreening(
                            OP, person, random.nextInt(3) > 0, REASON, at(random));
            case 12, 13 -> recommend(random, person);
            default -> {
                UUID known = underWay(random, own, person);
                yield next(random, own.screening(OP, known), known);
            }
        };
    }

    // Mostly what waits.
    private static ScreeningCommand publish(Random random, ScreeningState own) {
        UUID unknown = new UUID(random.nextLong(), random.nextLong());
        return own.operation(OP).questionnaireRequests().values().stream()
                .min(Comparator.comparing(QuestionnaireRequest::requestId))
                .map(waits ->
                        new ScreeningCommand.PublishQuestionnaire(
                                OP, waits.asked().id(), waits.requestId()))
                .orElseGet(
                        () -> new ScreeningCommand.PublishQuestionnaire(OP, "front-gate", unknown));
    }

    // Mostly now; sometimes told, which may be before the person came, or still to come.
    private static @Nullable Instant at(Random random) {
        return random.nextInt(4) > 0
                ? null
                : Scenario.NOON.plus(Duration.ofMinutes(random.nextInt(6_000)));
    }

    // As many as the version before, or one less (S1).
    private static List<Question> asked(Random random) {
        List<Question> questions = new ArrayList<>();
        questions.add(Given.required("has-papers"));
        for (int i = 1; i < 5 + random.nextInt(2); i++) {
            questions.add(Given.required("q-" + i));
        }
        questions.add(Given.question("q-0"));
        return questions;
    }

    // Mostly somebody whose screening has begun, so that some come to their end, and begin again.
    private static UUID underWay(Random random, ScreeningState own, UUID person) {
        List<String> begun = new ArrayList<>(own.operation(OP).screenings().keySet());
        begun.sort(null);
        return begun.isEmpty() || random.nextInt(3) == 0
                ? person
                : UUID.fromString(one(random, begun));
    }

    // The next step of a screening: what is required has to be asked before a finding (S1).
    static ScreeningCommand next(Random random, Screening screening, UUID person) {
        Opening opening = screening.opening();
        if (screening.status() == Screening.Status.RECOMMENDED) {
            return new ScreeningCommand.ConcludeScreening(OP, person, true, REASON, null);
        }
        if (screening.isSettled() && random.nextBoolean()) {
            return new ScreeningCommand.ReopenScreening(OP, person, REASON);
        }
        if (opening == null) {
            return new ScreeningCommand.OpenScreening(OP, person, null, "ar", null, null);
        }
        return opening.settled().isEmpty()
                ? new ScreeningCommand.RecordAnswers(
                        OP,
                        person,
                        Confidential.of(new Answers(List.of(new Answer("has-papers", "YES")))),
                        opening.version() == 1 ? DECLINED : LATER_DECLINED,
                        null)
                : recommend(random, person);
    }

    private static ScreeningCommand recommend(Random random, UUID person) {
        return new ScreeningCommand.RecommendFinding(
                OP,
                person,
                random.nextInt(3) == 0 ? Finding.UNDETERMINED : any(random, Finding.values()),
                List.of(Given.ground(any(random, GroundCode.values()))),
                List.of());
    }

    private static PersonArrived arrival(Random random, int number) {
        int min = random.nextInt(40);
        return Given.arrived(
                new UUID(0x7000, 1000 + number),
                any(random, Sex.values()),
                Age.between(min, min + random.nextInt(6), Given.TODAY),
                random.nextInt(5) == 0
                        ? List.of()
                        : List.of(
                                new NationalityClaim(
                                        one(random, COUNTRIES),
                                        any(random, NationalityBasis.values()))),
                random.nextInt(4) == 0 ? List.of(one(random, NEEDS)) : List.of(),
                random.nextBoolean()
                        ? null
                        : new FamilyTie(
                                "f-" + random.nextInt(3), any(random, FamilyRole.values())));
    }

    static String group(Random random) {
        return PLAN.groups().get(random.nextInt(PLAN.groups().size())).code();
    }

    static Actor actor(Random random) {
        int who = random.nextInt(4);
        return who == 0 ? Actor.machine("robot") : Actor.human("officer-" + who);
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
