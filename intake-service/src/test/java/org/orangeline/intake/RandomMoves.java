package org.orangeline.intake;

import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.tie;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested.Fact;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.AgeCommand.ConfirmAgeAssessment;
import org.orangeline.intake.AgeCommand.RequestAgeAssessment;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.DepartureCommand.ConfirmDepartureWithdrawal;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.DepartureCommand.RecordReturn;
import org.orangeline.intake.DepartureCommand.RequestDepartureWithdrawal;
import org.orangeline.intake.DuplicateCommand.ConfirmMerge;
import org.orangeline.intake.DuplicateCommand.DeclineUnmerge;
import org.orangeline.intake.DuplicateCommand.DismissDuplicate;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.ReportPossibleDuplicate;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.EmergencyCommand.ReviewAccess;
import org.orangeline.intake.EmergencyCommand.TakeAccess;
import org.orangeline.intake.ErasureCommand.DeclineErasure;
import org.orangeline.intake.ErasureCommand.RequestErasure;
import org.orangeline.intake.ErasureCommand.SignErasure;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.FamilyCommand.VerifyCarer;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.CorrectArrivalTime;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.RecordSensitiveNeeds;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.NumberCommand.LeaseNumbers;
import org.orangeline.intake.OperationCommand.ApproveLegalProfile;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.RequestLegalProfile;
import org.orangeline.intake.PreRegistrationCommand.ClosePreRegistration;
import org.orangeline.intake.PreRegistrationCommand.PreRegisterGroup;
import org.orangeline.intake.PropertyCommand.ReceiveProperty;
import org.orangeline.intake.PropertyCommand.ReturnProperty;
import org.orangeline.intake.ages.AgeAssessment;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.conflicts.Conflict;
import org.orangeline.intake.duplicates.Duplicate;
import org.orangeline.intake.duplicates.Merge;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.operations.StatedPlan;
import org.orangeline.intake.property.Receipt;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory.Move;

/** Anything that may be asked of intake, sensible or not. */
final class RandomMoves {

    private static final int PEOPLE = 14;
    private static final LocalDate TODAY = NOON.atOffset(ZoneOffset.UTC).toLocalDate();
    private static final Confidential<String> REASON = Confidential.of("as told");

    private RandomMoves() {}

    static Move<IntakeCommand> next(Random random, IntakeState own) {
        if (own.operation(OP) == null) {
            return Move.ask(Given.openOperation(), Actor.human("officer"));
        }
        if (random.nextInt(40) == 0) {
            return Move.hear(
                    OP,
                    new BornInCustody(
                            person(random),
                            new UUID(0x7001, random.nextInt(3)),
                            new UUID(0x7002, random.nextInt(100)),
                            "al-hol",
                            NOON,
                            Sex.MALE));
        }
        if (random.nextInt(60) == 0) {
            return Move.hear(OP, noBirth(new UUID(0x7001, random.nextInt(3))));
        }
        if (random.nextInt(25) == 0) {
            return Move.hear(OP, inCustody(random, person(random)));
        }
        Actor actor =
                random.nextInt(8) == 0
                        ? Actor.machine("robot")
                        : Actor.human("officer-" + random.nextInt(3));
        return Move.ask(command(random, own), actor);
    }

    // Two humans took the birth back (P18).
    private static FactWithdrawn noBirth(UUID child) {
        return new FactWithdrawn(
                child,
                new UUID(0x7002, 1),
                "al-hol",
                new UUID(0x7003, 1),
                new UUID(0x7003, 2).toString(),
                "BornInCustody",
                FactWithdrawn.Standing.OUTSIDE,
                null,
                "human:officer-1");
    }

    private static IntakeCommand command(Random random, IntakeState own) {
        return switch (random.nextInt(48)) {
            case 0, 1, 2, 3 -> arrival(random);
            case 4, 5 -> correction(random, own);
            case 6, 7, 8 -> link(random, own.require(OP));
            case 9 -> unlink(random, own.require(OP));
            case 10 -> mergeOfTwo(random, own.require(OP));
            case 11 -> new ConfirmMerge(OP, merge(random, own, RandomMoves::isAsked), REASON);
            case 12, 13, 38, 39 -> apart(random, own);
            case 14 ->
                    new ReportPossibleDuplicate(
                            OP, person(random), person(random), 80, List.of("NAME"));
            case 15 -> dismissal(random, own.require(OP));
            case 16 -> property(random, own.require(OP));
            case 17, 35, 36, 40, 41 -> comingAndGoing(random, own.require(OP));
            case 18 -> convoy(random);
            case 19, 28, 42, 43 -> erasure(random, own.require(OP));
            case 20 ->
                    new LeaseNumbers(
                            OP, tablet(random), 1 + random.nextInt(3), Duration.ofHours(1));
            case 21 -> numbered(random, own.require(OP));
            case 22, 23 -> fromStore(random, own);
            case 24 -> settlement(random, own.require(OP));
            case 25, 29 -> emergency(random, own.require(OP));
            case 31, 32 -> assessment(random, own.require(OP));
            case 33, 34 -> verification(random, own.require(OP));
            case 37 -> needs(random);
            case 47 -> otherTime(random, own);
            case 26, 27 -> DeviceMoves.any(random, tablet(random));
            default -> settings(random, own.require(OP));
        };
    }

    private static IntakeCommand needs(Random random) {
        List<String> codes = List.of(Needs.SURVIVOR, Needs.MENTAL_HEALTH);
        return new RecordSensitiveNeeds(
                OP, person(random), codes.subList(0, 1), codes.subList(1, 2), "as told");
    }

    // Some that are listed, and some that are sensitive.
    private static List<String> anyNeeds(Random random) {
        return Needs.BUILT_IN.stream().sorted().filter(_ -> random.nextInt(4) == 0).toList();
    }

    // Children, grown people, and some whose age is in doubt.
    private static StatedAge age(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Given.range(random.nextInt(12), 14);
            case 2 -> Given.born(Integer.toString(1998 + random.nextInt(6)));
            case 1 -> Given.range(30 + random.nextInt(10), 45);
            default -> Given.range(random.nextInt(20), 20);
        };
    }

    private static String tablet(Random random) {
        return "tablet-" + random.nextInt(2);
    }

    // Mostly a number that some tablet may give; by which tablet is another question.
    private static IntakeCommand numbered(Random random, OperationState state) {
        Arrival arrival = Given.register(person(random)).arrival();
        long count = 1 + random.nextLong(state.lastCount() + 2);
        return new RegisterArrival(
                OP,
                person(random),
                new Arrival(
                        arrival.receptionPoint(),
                        arrival.arrivedAt(),
                        arrival.sex(),
                        arrival.age(),
                        arrival.nationalities(),
                        anyNeeds(random),
                        null,
                        null,
                        new Device(tablet(random), null, null),
                        null,
                        RegistrationNumber.of("BGZ", count)));
    }

    private static IntakeCommand erasure(Random random, OperationState state) {
        String person = any(random, state.erasures().open().keySet());
        if (person == null || random.nextInt(4) == 0) {
            return new RequestErasure(OP, toErase(random, state), REASON);
        }
        UUID waiting = state.erasures().openOf(person).orElseThrow().erasureId();
        return random.nextInt(4) == 0
                ? new DeclineErasure(OP, waiting, REASON)
                : new SignErasure(OP, waiting, numbers(state, person));
    }

    private static Set<String> numbers(OperationState state, String person) {
        return state.merges().registrations(state.merges().inUse(person)).stream()
                .map(id -> state.require(UUID.fromString(id)).registrationNumber())
                .collect(Collectors.toSet());
    }

    // Mostly somebody whom others have looked at, whose words go as well, and who is free.
    private static UUID toErase(Random random, OperationState state) {
        Set<String> free =
                state.emergencies().byId().values().stream()
                        .map(access -> state.require(access.personId()))
                        .filter(one -> !state.legalProfile().guardsLines() || one.gone() != null)
                        .map(Person::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        String one = any(random, free);
        return one == null || random.nextInt(3) == 0 ? person(random) : UUID.fromString(one);
    }

    private static IntakeCommand arrival(Random random) {
        return random.nextInt(3) == 0
                ? Given.register(person(random))
                : Given.member(person(random), age(random), family(random));
    }

    // Of two who look at one list, the second mostly says what the first one said.
    private static IntakeCommand otherTime(Random random, IntakeState own) {
        UUID person = person(random);
        Instant told = NOON.plusSeconds(60L * (random.nextInt(4) - 2));
        Person.OtherTime asked = own.person(OP, person).map(Person::arrivedElse).orElse(null);
        return new CorrectArrivalTime(
                OP,
                person,
                asked == null || random.nextInt(4) == 0 ? told : asked.arrivedAt(),
                REASON);
    }

    private static IntakeCommand correction(Random random, IntakeState own) {
        UUID person = person(random);
        long version = own.person(OP, person).map(Person::version).orElse(1L);
        return new CorrectDetails(
                OP,
                person,
                version - (random.nextInt(5) == 0 ? 1 : 0),
                null,
                random.nextBoolean() ? age(random) : null,
                null,
                null,
                family(random),
                random.nextInt(3) == 0 ? Given.identity("Амина") : null,
                "as told");
    }

    private static IntakeCommand emergency(Random random, OperationState state) {
        String access = any(random, state.emergencies().byId().keySet());
        return access == null || random.nextBoolean()
                ? new TakeAccess(OP, person(random), Duration.ofMinutes(30), REASON)
                : new ReviewAccess(OP, UUID.fromString(access), random.nextBoolean(), REASON);
    }

    // What a tablet had kept: mostly older than what stands.
    private static IntakeCommand fromStore(Random random, IntakeState own) {
        UUID person = person(random);
        long version = own.person(OP, person).map(Person::version).orElse(1L);
        return new CorrectFromStore(
                OP,
                person,
                random.nextBoolean() ? 0 : version + random.nextInt(2),
                tablet(random),
                new Correction(
                        random.nextBoolean() ? Sex.FEMALE : null,
                        age(random),
                        null,
                        random.nextBoolean() ? Needs.listed(anyNeeds(random)) : null,
                        family(random),
                        random.nextInt(3) == 0 ? Given.identity("Амина") : null,
                        "as told"));
    }

    // Mostly of a tie that was stated.
    private static IntakeCommand verification(Random random, OperationState state) {
        List<VerifyCarer> stated =
                state.families().links().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(child ->
                                child.getValue().entrySet().stream()
                                        .filter(link ->
                                                link.getValue().relation().caresForChildren())
                                        .map(Map.Entry::getKey)
                                        .sorted()
                                        .map(carer ->
                                                new VerifyCarer(
                                                        OP,
                                                        UUID.fromString(child.getKey()),
                                                        UUID.fromString(carer),
                                                        REASON,
                                                        null)))
                        .toList();
        return stated.isEmpty() || random.nextInt(4) == 0
                ? new VerifyCarer(OP, person(random), person(random), REASON, null)
                : stated.get(random.nextInt(stated.size()));
    }

    // Mostly somebody grown and somebody small: others are hardly ever parent and child.
    private static IntakeCommand link(Random random, OperationState state) {
        String carer = any(random, withAge(state, age -> age.atLeast(TODAY) >= 30));
        String child = any(random, withAge(state, age -> age.atMost(TODAY) <= 14));
        return carer == null || child == null || random.nextInt(3) == 0
                ? new LinkFamily(OP, person(random), person(random), role(random), REASON)
                : new LinkFamily(
                        OP,
                        UUID.fromString(child),
                        UUID.fromString(carer),
                        FamilyRole.PARENT,
                        REASON);
    }

    private static Set<String> withAge(OperationState state, Predicate<Age> fits) {
        return state.persons().values().stream()
                .filter(person -> fits.test(person.age()))
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private static IntakeCommand assessment(Random random, OperationState state) {
        String waiting = any(random, state.conflicts().assessments().keySet());
        AgeAssessment asked = waiting == null ? null : state.conflicts().assessments().get(waiting);
        return asked == null || random.nextInt(3) == 0
                ? new RequestAgeAssessment(
                        OP,
                        person(random),
                        Given.range(16 + random.nextInt(6), 22),
                        AgeMethod.MEDICAL,
                        2,
                        REASON,
                        null)
                : new ConfirmAgeAssessment(OP, asked.personId(), asked.assessmentId());
    }

    private static IntakeCommand settlement(Random random, OperationState state) {
        String person = any(random, state.conflicts().open().keySet());
        Conflict conflict = person == null ? null : state.conflicts().of(person).getFirst();
        Took took = random.nextBoolean() ? Took.STANDING : Took.OTHER;
        return new SettleConflict(
                OP,
                conflict == null ? person(random) : conflict.personId(),
                conflict == null ? new UUID(1, 1) : conflict.conflictId(),
                took,
                took == Took.OTHER && conflict != null && conflict.field() == PersonField.IDENTITY
                        ? Given.identity("Амина")
                        : null,
                "as told");
    }

    // Mostly about what is there: two persons by chance are hardly ever linked.
    private static IntakeCommand unlink(Random random, OperationState state) {
        String one = any(random, state.families().links().keySet());
        String other = one == null ? null : any(random, state.families().linksOf(one).keySet());
        return one == null || other == null || random.nextInt(5) == 0
                ? new UnlinkFamily(OP, person(random), person(random), REASON)
                : new UnlinkFamily(OP, UUID.fromString(one), UUID.fromString(other), REASON);
    }

    private static IntakeCommand dismissal(Random random, OperationState state) {
        String pair = any(random, state.duplicates().keySet());
        Duplicate raised = pair == null ? null : state.duplicates().get(pair);
        return raised == null
                ? new DismissDuplicate(OP, person(random), person(random), REASON)
                : new DismissDuplicate(OP, raised.otherId(), raised.personId(), REASON);
    }

    private static IntakeCommand property(Random random, OperationState state) {
        String id = any(random, state.receipts().keySet());
        Receipt taken = id == null ? null : state.receipts().get(id);
        if (taken != null && random.nextBoolean()) {
            return new ReturnProperty(
                    OP,
                    taken.personId(),
                    taken.receiptId(),
                    List.of(random.nextInt(3)),
                    null,
                    REASON,
                    null);
        }
        return new ReceiveProperty(
                OP,
                person(random),
                new UUID(0x7003, random.nextInt(6)),
                List.of(
                        new PropertyItem(PropertyKind.PHONE, 1, null, null, REASON),
                        new PropertyItem(PropertyKind.MONEY, 1, "SYP", "10.50", null)),
                "store-1",
                null,
                null);
    }

    private static @Nullable String any(Random random, Set<String> of) {
        List<String> sorted = of.stream().sorted().toList();
        return sorted.isEmpty() ? null : sorted.get(random.nextInt(sorted.size()));
    }

    private static IntakeCommand convoy(Random random) {
        UUID group = new UUID(0x7004, random.nextInt(3));
        return random.nextBoolean()
                ? new PreRegisterGroup(OP, group, "east", NOON, 40, REASON, null)
                : new ClosePreRegistration(OP, group, REASON);
    }

    private static IntakeCommand settings(Random random, OperationState state) {
        var waiting = state.profileRequests().values().stream().findFirst();
        if (waiting.isPresent() && random.nextInt(4) > 0) {
            return new ApproveLegalProfile(OP, waiting.get().changeId(), REASON);
        }
        if (random.nextBoolean()) {
            LegalProfile built = BuiltIn.legalProfile("gc-1949").orElseThrow();
            return new RequestLegalProfile(
                    OP,
                    new LegalProfile(
                            "hours",
                            Duration.ofHours(12 + random.nextInt(2)),
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
                            random.nextInt(3) > 0 ? false : null),
                    REASON);
        }
        return new ChangeGroupingPlan(
                OP,
                new StatedPlan(
                        "table-" + random.nextInt(2),
                        List.of(new Group("UNDETERMINED", "table", GroupKind.UNDETERMINED)),
                        List.of(),
                        "UNDETERMINED"),
                REASON);
    }

    private static PlacementEvent inCustody(Random random, UUID person) {
        UUID id = new UUID(0x7003, random.nextInt(100));
        return switch (random.nextInt(6)) {
            case 0, 1 -> new PlacedInDetention(person, id, "al-hol", Basis.INTERNMENT, null);
            case 2 ->
                    new ReleasedFromDetention(
                            person, id, "al-hol", Basis.INTERNMENT, REASON, null, null);
            case 3 -> new Escaped(person, id, "al-hol", NOON, REASON);
            case 4 -> new HandedOver(person, id, "al-hol", "IRQ", id, REASON, null);
            default -> new DiedInCustody(person, id, "al-hol", NOON, REASON);
        };
    }

    // Mostly of two who may be one.
    private static MergePersons mergeOfTwo(Random random, OperationState state) {
        UUID stays = person(random);
        UUID other = person(random);
        Person one = state.persons().get(stays.toString());
        Set<String> alike = one == null ? Set.of() : alike(one, state);
        String found = any(random, alike);
        return new MergePersons(OP, stays, found == null ? other : UUID.fromString(found), REASON);
    }

    private static Set<String> alike(Person one, OperationState state) {
        return state.persons().values().stream()
                .filter(person -> person.sex() == one.sex())
                .filter(person ->
                        person.age().atLeast(TODAY) <= 2 * one.age().atMost(TODAY) + 3
                                && one.age().atLeast(TODAY) <= 2 * person.age().atMost(TODAY) + 3)
                .filter(person -> !state.isMergedAway(person.personId()))
                .map(Person::id)
                .filter(id -> !id.equals(one.id()))
                .filter(id -> !state.families().linksOf(id).containsKey(one.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAsked(Merge merge) {
        return merge.status() == Merge.Status.REQUESTED;
    }

    // Mostly one for which a second human is missing, or one that stands.
    private static IntakeCommand apart(Random random, IntakeState own) {
        UUID merge = merge(random, own, Merge::reversalAsked);
        boolean doubted =
                own.require(OP).merges().merge(merge).filter(Merge::reversalAsked).isPresent();
        return doubted && random.nextBoolean()
                ? new DeclineUnmerge(OP, merge, REASON)
                : new UnmergePersons(OP, merge, REASON);
    }

    private static UUID merge(Random random, IntakeState own, Predicate<Merge> missing) {
        var all = own.require(OP).merges().byId();
        Set<String> fitting =
                Stream.of(missing, (Merge one) -> one.status() == Merge.Status.STANDING)
                        .map(fit ->
                                all.entrySet().stream()
                                        .filter(one -> fit.test(one.getValue()))
                                        .map(Map.Entry::getKey)
                                        .collect(Collectors.toCollection(TreeSet::new)))
                        .filter(some -> !some.isEmpty())
                        .findFirst()
                        .orElseGet(() -> new TreeSet<>(all.keySet()));
        String merge = any(random, fitting);
        return merge == null ? new UUID(1, 1) : UUID.fromString(merge);
    }

    private static UUID person(Random random) {
        return new UUID(0x7000, random.nextInt(PEOPLE));
    }

    private static FamilyRole role(Random random) {
        return FamilyRole.values()[random.nextInt(FamilyRole.values().length)];
    }

    private static @Nullable FamilyTie family(Random random) {
        return random.nextInt(3) == 0 ? null : tie("f-" + random.nextInt(3), role(random));
    }

    private static IntakeCommand comingAndGoing(Random random, OperationState own) {
        UUID who = person(random);
        record Asked(UUID person, UUID withdrawal) {}
        var asked =
                own.persons().values().stream()
                        .sorted(Comparator.comparing(Person::personId))
                        .flatMap(one ->
                                Stream.ofNullable(one.gone())
                                        .flatMap(how -> Stream.ofNullable(how.withdrawal()))
                                        .map(how -> new Asked(one.personId(), how.withdrawalId())))
                        .findFirst()
                        .orElse(new Asked(who, who));
        var gone =
                own.persons().values().stream()
                        .filter(one -> one.gone() != null)
                        .min(Comparator.comparing(Person::personId))
                        .map(Person::personId)
                        .orElse(who);
        return switch (random.nextInt(6)) {
            case 0 -> new RecordDeparture(OP, who, NOON, DepartureKind.WITH_FAMILY, REASON);
            case 1 -> new RecordDeath(OP, who, NOON, REASON);
            case 2, 4 ->
                    new RecordReturn(OP, random.nextBoolean() ? gone : who, NOON, "east", REASON);
            case 3 ->
                    new RequestDepartureWithdrawal(
                            OP, gone, random.nextBoolean() ? Fact.DEATH : Fact.DEPARTURE, REASON);
            default -> new ConfirmDepartureWithdrawal(OP, asked.person(), asked.withdrawal());
        };
    }
}
