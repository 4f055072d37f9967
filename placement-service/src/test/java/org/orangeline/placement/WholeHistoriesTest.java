package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.WHY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.CapacityCommand.ApproveCapacity;
import org.orangeline.placement.CapacityCommand.RequestCapacity;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.EndAbsence;
import org.orangeline.placement.CustodyCommand.HandOver;
import org.orangeline.placement.CustodyCommand.RecordBirth;
import org.orangeline.placement.CustodyCommand.RecordDeath;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.StartAbsence;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.IssueCard;
import org.orangeline.placement.DutyCommand.LodgeAppeal;
import org.orangeline.placement.DutyCommand.NotifyBureau;
import org.orangeline.placement.DutyCommand.TellReasons;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.PlacementCommand.ReleasePerson;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.LiftKeepApart;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.Move;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.convoys.Convoy;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.facilities.Capacity;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.Merge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.ModelHistory;

/** Random lives over the whole command set, weeks between the steps, restarts in between. */
class WholeHistoriesTest {

    /** More on request: {@code -Dorangeline.seeds=5000}. */
    private static final int SEEDS = Integer.getInteger("orangeline.seeds", 500);

    private static final Set<Class<?>> BY_MACHINES =
            Set.of(
                    FacilityRegistered.class,
                    PlacementProposed.class,
                    PlacementQuestioned.class,
                    DutyOverdue.class);

    @Test
    void no_rule_is_broken_and_every_overdue_duty_is_reported_once() {
        Set<String> seen = new TreeSet<>();
        LongStream.range(0, SEEDS)
                .forEach(seed -> {
                    var life =
                            ModelHistory.of(new PlacementModel(), WholeHistoriesTest::next)
                                    .steps(140)
                                    .restartEvery(47)
                                    .restartsMayReact()
                                    .longestPause(Duration.ofDays(9))
                                    .always(
                                            "counts are those of the placements",
                                            (own, k) -> counted(own))
                                    .always(
                                            "one open placement a person (P2)",
                                            (own, k) -> oneOpen(own))
                                    .run(seed);
                    try {
                        nothingIsLeftUnreported(life.own(), life.known(), life.now());
                        theLogIsLawful(life.log());
                        life.log().forEach(one -> seen.add(EventTypes.of(one.event()).name()));
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
                    }
                });
        // Otherwise the histories would not be of the whole command set.
        assertThat(seen)
                .containsAll(
                        EventTypes.of(Service.PLACEMENT).stream().map(EventType::name).toList());
    }

    private static void nothingIsLeftUnreported(PlacementState own, Knowledge known, Instant now) {
        if (!known.isOpen(OP)) {
            return;
        }
        assertThat(
                        own.operation(OP).placements().values().stream()
                                .flatMap(one -> Duties.of(one, known.operation(OP).profile()))
                                .filter(duty -> duty.isOverdue(now) && !duty.reported()))
                .isEmpty();
    }

    private static void theLogIsLawful(List<Recorded<DomainEvent>> log) {
        Set<String> reported = new HashSet<>();
        Set<UUID> assessed = new HashSet<>();
        var model = new PlacementModel();
        PlacementState own = model.emptyOwn();
        Knowledge known = model.emptyKnown();
        for (Recorded<DomainEvent> recorded : log) {
            DomainEvent event = recorded.event();
            if (event instanceof PlacementEvent
                    && !recorded.envelope().actor().startsWith("human:")) {
                assertThat(BY_MACHINES).contains(event.getClass());
            }
            switch (event) {
                case DutyOverdue overdue -> {
                    assertThat(reported.add(overdue.kind() + overdue.startedBy())).isTrue();
                    assertThat(recorded.envelope().time()).isAfter(overdue.due());
                }
                case NonRefoulementAssessed safe -> {
                    if (safe.risk() == Risk.NO_SUBSTANTIAL_RISK) {
                        assessed.add(safe.assessmentId());
                    }
                }
                case HandedOver over -> assertThat(assessed).contains(over.assessmentId());
                case PlacementOrdered order ->
                        orderIsLawful(order, own.operation(OP), known, recorded);
                default -> {}
            }
            if (event instanceof PlacementEvent) {
                own = model.evolve(own, recorded);
            } else {
                known = model.learn(known, recorded);
            }
        }
    }

    /** By what was known when it was ordered: the fold up to that event. */
    private static void orderIsLawful(
            PlacementOrdered order,
            OperationPlacements state,
            Knowledge known,
            Recorded<DomainEvent> recorded) {
        var facts = known.operation(OP).person(order.personId()).orElseThrow();
        var finding = known.operation(OP).conclusion(order.personId());
        Facility facility = state.facility(order.facilityId()).orElseThrow();
        var day = recorded.envelope().time().atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        boolean prison = facility.kind() == FacilityKind.PRISON;
        assertThat(facility.free(order.section())).as("P1").isPositive();
        assertThat(state.openPlacement(order.personId())).as("P2").isEmpty();
        assertThat(prison && facts.age().isChildOrInDoubt(day)).as("P3").isFalse();
        if (prison) {
            assertThat(finding.orElseThrow().finding()).as("P4").isEqualTo(Finding.FIGHTER);
        }
        if (order.basis() == Basis.INTERNMENT) {
            assertThat(finding.orElseThrow().rests(GroundCode.Kind.SECURITY)).as("P5").isTrue();
        }
        if (finding.isPresent() && finding.get().finding() == Finding.CIVILIAN) {
            assertThat(order.basis().isDetention()).as("P13").isFalse();
        }
        assertThat(facts.gone()).as("P14").isFalse();
        assertThat(
                        state.safeguards()
                                .apartFrom(order.personId())
                                .flatMap(other -> state.destination(other).stream())
                                .anyMatch(
                                        new org.orangeline.placement.orders.Place(
                                                        order.facilityId(), order.section())
                                                ::equals))
                .as("P8, unless two people signed")
                .isEqualTo(
                        state.safeguards()
                                        .signed(order.personId(), order.facilityId(), "P8")
                                        .isPresent()
                                && state.safeguards()
                                        .apartFrom(order.personId())
                                        .flatMap(other -> state.destination(other).stream())
                                        .anyMatch(
                                                new org.orangeline.placement.orders.Place(
                                                                order.facilityId(), order.section())
                                                        ::equals));
    }

    private static boolean counted(PlacementState own) {
        OperationPlacements state = own.operation(OP);
        return state.facilities().values().stream().allMatch(facility -> counted(state, facility));
    }

    private static boolean counted(OperationPlacements state, Facility facility) {
        String id = facility.facilityId();
        List<Placement> open =
                state.placements().values().stream().filter(one -> one.status().isOpen()).toList();
        long ordered =
                open.stream()
                        .filter(one -> one.status() == Placement.Status.ORDERED)
                        .filter(one -> one.facilityId().equals(id))
                        .count();
        long coming =
                open.stream()
                        .filter(one -> one.transfer() != null)
                        .filter(one -> one.destination().facilityId().equals(id))
                        .count();
        long inside =
                open.stream()
                        .filter(one -> one.status() == Placement.Status.PLACED)
                        .filter(one -> one.facilityId().equals(id))
                        .count();
        long away =
                open.stream()
                        .filter(one -> one.absence() != null && one.facilityId().equals(id))
                        .count();
        int inSections =
                facility.sections().values().stream()
                        .mapToInt(part -> part.occupancy().present())
                        .sum();
        return facility.reserved() == ordered + coming
                && facility.present() == inside
                && facility.occupancy().absent() == away
                && inSections <= facility.present()
                && state.placementsIn(id).count()
                        == open.stream().filter(one -> one.facilityId().equals(id)).count();
    }

    private static boolean oneOpen(PlacementState own) {
        List<UUID> open =
                own.operation(OP).placements().values().stream()
                        .filter(one -> one.status().isOpen())
                        .map(Placement::personId)
                        .toList();
        return new HashSet<>(open).size() == open.size();
    }

    private static ModelHistory.Move<PlacementCommand> next(
            Random random, PlacementState own, Knowledge known) {
        if (!known.isOpen(OP)) {
            return ModelHistory.Move.hear(OP, Given.opened());
        }
        OperationPlacements state = own.operation(OP);
        if (state.facilities().size() < FacilityKind.values().length) {
            return ModelHistory.Move.ask(facility(random, state), officer(random));
        }
        List<String> people = new ArrayList<>(known.operation(OP).facts().keySet());
        people.sort(null);
        if (people.size() < 4 || random.nextInt(8) == 0) {
            return ModelHistory.Move.hear(OP, arrival(random, people.size()));
        }
        UUID person = one(random, people);
        UUID other = one(random, people);
        return switch (random.nextInt(5)) {
            case 0 -> news(random, person, other, known);
            case 1 -> ModelHistory.Move.ask(order(random, person, other, known), officer(random));
            default -> ModelHistory.Move.ask(ask(random, state, person, other), officer(random));
        };
    }

    private static ModelHistory.Move<PlacementCommand> news(
            Random random, UUID person, UUID other, Knowledge known) {
        Confidential<String> why = Confidential.of("why");
        UUID id = new UUID(7, random.nextInt());
        DomainEvent concluded =
                Given.concluded(
                        person,
                        any(random, Finding.values()),
                        random.nextBoolean()
                                ? GroundCode.SPECIFIC_THREAT
                                : any(random, GroundCode.values()));
        DomainEvent news =
                switch (random.nextInt(9)) {
                    case 0 -> Given.ageCorrected(person, random.nextInt(40));
                    case 1 -> new ScreeningReopened(person, id, why);
                    case 2 ->
                            new FamilyLinked(
                                    person, id, other, any(random, FamilyRole.values()), why);
                    case 3 -> new PersonLeft(person, Given.NOON, why);
                    case 4 -> new PersonDied(person, Given.NOON, why);
                    case 5 -> merge(person, other, id, known, concluded);
                    case 6 -> profile(random, why);
                    default -> concluded;
                };
        return ModelHistory.Move.hear(OP, news);
    }

    private static DomainEvent profile(Random random, Confidential<String> why) {
        LegalProfile built = BuiltIn.legalProfile("gc-1949").orElseThrow();
        return new LegalProfileChanged(
                OP,
                new LegalProfile(
                        "changed",
                        built.lineWaitLimit(),
                        Duration.ofHours(1 + random.nextInt(200)),
                        java.time.Period.ofMonths(1 + random.nextInt(6)),
                        Duration.ofDays(1 + random.nextInt(20)),
                        Duration.ofDays(1 + random.nextInt(20)),
                        built.screenAgainWithin(),
                        built.plausibleClockSkew(),
                        Duration.ofHours(random.nextInt(90)),
                        null),
                why);
    }

    // Intake merges no record that went into another one already, and none with itself.
    private static DomainEvent merge(
            UUID person, UUID other, UUID id, Knowledge known, DomainEvent otherwise) {
        var merges = known.operation(OP).merges();
        Merge merged = merges.byOther().get(other.toString());
        if (merged != null) {
            return new PersonsUnmerged(
                    merged.into(), merged.mergeId(), other, Confidential.of("brothers"));
        }
        return merges.same(person).contains(other) || merges.stays(person).isPresent()
                ? otherwise
                : new PersonsMerged(person, id, other, Confidential.of("same papers"));
    }

    private static PlacementCommand ask(
            Random random, OperationPlacements state, UUID person, UUID other) {
        String facility = any(random, FacilityKind.values()).name();
        List<String> ids = new ArrayList<>(state.placements().keySet());
        ids.sort(null);
        if (ids.isEmpty() || random.nextInt(5) == 0) {
            return aboutPeople(random, state, person, other, facility);
        }
        List<String> held =
                ids.stream()
                        .filter(one ->
                                state.placement(UUID.fromString(one))
                                        .filter(p -> p.status().isOpen() && p.basis().isDetention())
                                        .isPresent())
                        .toList();
        UUID id = one(random, held.isEmpty() || random.nextBoolean() ? ids : held);
        Placement placement = state.placement(id).orElseThrow();
        UUID who = placement.personId();
        return switch (random.nextInt(24)) {
            case 0 -> new CancelPlacement(OP, id, who, "why");
            case 1, 2, 3, 4, 5 ->
                    new AdmitPerson(OP, id, who, random.nextBoolean() ? "inside" : null);
            case 6 -> new ReleasePerson(OP, id, who, "why", null);
            case 7, 8 -> new OrderTransfer(OP, List.of(new Move(id, who)), facility, null, WHY);
            case 9 -> new CancelTransfer(OP, id, who, WHY);
            case 10, 11 -> new ArriveFromTransfer(OP, id, who, random.nextBoolean());
            case 12 -> new StartAbsence(OP, id, who, any(random, AbsenceReason.values()), null);
            case 13 -> new EndAbsence(OP, id, who);
            case 14 -> new RecordEscape(OP, id, who, Given.NOON, WHY);
            case 15 -> new RecordDeath(OP, id, who, Given.NOON, WHY);
            case 16 ->
                    new RecordBirth(
                            OP,
                            id,
                            who,
                            new UUID(8, random.nextInt(50)),
                            Given.NOON,
                            any(random, Sex.values()));
            case 17 -> new HandOver(OP, id, who, random.nextBoolean() ? "IRQ" : "SYR", WHY);
            case 18 -> new WithdrawConsent(OP, id, who, WHY);
            case 19 -> new TellReasons(OP, id, who, "ar", null);
            case 20 -> new IssueCard(OP, id, who, "C-1");
            case 21 -> new NotifyBureau(OP, id, who, "N-1");
            case 22 ->
                    new HoldReview(
                            OP,
                            id,
                            who,
                            any(random, ReviewOutcome.values()),
                            List.of("r-1"),
                            placement.duties().appeals().keySet().stream()
                                    .sorted()
                                    .map(UUID::fromString)
                                    .findFirst()
                                    .orElse(null),
                            WHY);
            default ->
                    random.nextBoolean()
                            ? new LodgeAppeal(OP, id, who, WHY)
                            : new SettleQuestion(OP, id, who, placement.questioned(), WHY);
        };
    }

    private static PlacementCommand aboutPeople(
            Random random, OperationPlacements state, UUID person, UUID other, String facility) {
        String to =
                state.placements().values().stream()
                        .filter(one -> one.status() == Placement.Status.ORDERED)
                        .map(Placement::facilityId)
                        .min(String::compareTo)
                        .orElse(facility);
        List<UUID> travellers =
                state.placementsIn(to)
                        .filter(one -> one.status() == Placement.Status.ORDERED)
                        .map(Placement::personId)
                        .sorted()
                        .toList();
        Convoy convoy =
                state.convoys().values().stream()
                        .filter(one -> one.status() != Convoy.Status.ARRIVED)
                        .min(java.util.Comparator.comparing(Convoy::convoyId))
                        .orElse(null);
        return switch (random.nextInt(11)) {
            case 0 ->
                    new RequestOverride(
                            OP, person, facility, random.nextBoolean() ? "P6" : "P8", WHY);
            case 1 ->
                    new SignOverride(
                            OP,
                            state.safeguards().overrides(person).stream()
                                    .findFirst()
                                    .map(override -> override.overrideId())
                                    .orElse(person),
                            person);
            case 2 -> new KeepApart(OP, person, other, WHY);
            case 3 -> new LiftKeepApart(OP, person, other, WHY);
            case 4 -> new AssessReceiver(OP, person, "IRQ", any(random, Risk.values()), WHY);
            case 5 ->
                    state.capacityRequests().isEmpty()
                            ? new RequestCapacity(OP, facility, null, capacity(random), WHY)
                            : new ApproveCapacity(
                                    OP,
                                    state.capacityRequests()
                                            .values()
                                            .iterator()
                                            .next()
                                            .facilityId(),
                                    state.capacityRequests().values().iterator().next().changeId());
            case 6 -> new PlanConvoy(OP, new UUID(9, random.nextInt(90)), to, travellers);
            case 7 ->
                    convoy == null
                            ? new KeepApart(OP, person, other, WHY)
                            : new DepartConvoy(
                                    OP, convoy.convoyId(), convoy.persons(), "escort", Given.NOON);
            default ->
                    convoy == null
                            ? new LiftKeepApart(OP, person, other, WHY)
                            : new ReceiveConvoy(
                                    OP,
                                    convoy.convoyId(),
                                    convoy.persons().stream().limit(random.nextInt(3)).toList(),
                                    "escort");
        };
    }

    private static PlacementCommand order(Random random, UUID person, UUID other, Knowledge known) {
        OrderPlacement one = order(random, person, known);
        return random.nextInt(3) == 0
                ? new OrderTogether(OP, List.of(one, order(random, other, known)))
                : one;
    }

    // Half of the orders fit the finding, so that people are held too and the clocks run.
    private static OrderPlacement order(Random random, UUID person, Knowledge known) {
        var finding = known.operation(OP).conclusion(person);
        if (random.nextBoolean() && finding.isPresent()) {
            return finding.get().finding() == Finding.FIGHTER
                    ? new OrderPlacement(
                            OP,
                            person,
                            FacilityKind.PRISON.name(),
                            null,
                            Basis.CRIMINAL_CUSTODY,
                            Given.CRIMINAL,
                            "Art. 5",
                            null,
                            null)
                    : new OrderPlacement(
                            OP,
                            person,
                            FacilityKind.CAMP.name(),
                            null,
                            Basis.INTERNMENT,
                            null,
                            null,
                            null,
                            null);
        }
        return new OrderPlacement(
                OP,
                person,
                any(random, FacilityKind.values()).name(),
                null,
                random.nextBoolean() ? Basis.VOLUNTARY_SHELTER : any(random, Basis.values()),
                random.nextBoolean()
                        ? null
                        : new StatedGround(any(random, GroundCode.values()), "stated"),
                random.nextBoolean() ? null : "Art. 5",
                null,
                random.nextInt(4) == 0 ? null : Given.CONSENT);
    }

    private static RegisterFacility facility(Random random, OperationPlacements state) {
        FacilityKind kind = FacilityKind.values()[state.facilities().size()];
        return new RegisterFacility(
                OP,
                kind.name(),
                kind.name(),
                kind,
                2 + random.nextInt(6),
                Admits.EVERYONE,
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new Section("a", "A", 1 + random.nextInt(3), Admits.EVERYONE),
                                new Section("b", "B", 1 + random.nextInt(3), Admits.EVERYONE)));
    }

    private static Capacity capacity(Random random) {
        int working = random.nextInt(6);
        return new Capacity(working, working + random.nextInt(3), working / 2);
    }

    private static org.orangeline.events.intake.PersonArrived arrival(Random random, int number) {
        int age = random.nextInt(50);
        return Given.arrived(
                new UUID(0x7000, 1000 + number),
                any(random, Sex.values()),
                Age.between(age, age + random.nextInt(5), Given.TODAY),
                random.nextInt(3) > 0
                        ? null
                        : new FamilyTie(
                                "f-" + random.nextInt(3), any(random, FamilyRole.values())));
    }

    private static Actor officer(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Actor.machine("robot");
            case 1, 2, 3, 4 -> Given.OTHER_OFFICER;
            default -> Given.OFFICER;
        };
    }

    private static UUID one(Random random, List<String> ids) {
        return UUID.fromString(ids.get(random.nextInt(ids.size())));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
