package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.OP;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.AbsenceOverdue;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.LineDutyOverdue;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ProposalWithdrawn;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.ReasonsTold;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.LineDuties;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/** What must be true of every history, whatever happened in it. */
final class Laws {

    private static final Set<Class<?>> BY_MACHINES =
            Set.of(
                    FacilityRegistered.class,
                    PlacementProposed.class,
                    PlacementQuestioned.class,
                    DutyOverdue.class,
                    LineDutyOverdue.class,
                    AbsenceOverdue.class,
                    QuestionOverdue.class,
                    RuleKeptAgain.class,
                    ProposalWithdrawn.class);

    private Laws() {}

    static void nothingIsLeftUnreported(PlacementState own, Knowledge known, Instant now) {
        if (!known.isOpen(OP)) {
            return;
        }
        assertThat(
                        own.operation(OP).placements().values().stream()
                                .flatMap(one ->
                                        Duties.of(
                                                Registrations.seen(
                                                        one,
                                                        own.operation(OP),
                                                        known.operation(OP)),
                                                known.operation(OP)))
                                .filter(duty -> duty.isOverdue(now) && !duty.reported()))
                .isEmpty();
        assertThat(
                        known.operation(OP).facts().values().stream()
                                .flatMap(person ->
                                        LineDuties.of(
                                                person, own.operation(OP), known.operation(OP)))
                                .filter(duty -> duty.isOverdue(now) && !duty.reported()))
                .isEmpty();
        QuestionLaws.nothingIsLeftOpen(own, known, now);
    }

    static void theLogIsLawful(List<Recorded<DomainEvent>> log) {
        Set<String> reported = new HashSet<>();
        Set<String> ofMany = new HashSet<>();
        var receivers = new ReceiverLaws();
        Set<UUID> lifted = new HashSet<>();
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
                // One change of a facility begins the duties of everybody in it.
                case FacilityChanged _ -> ofMany.add(recorded.envelope().id());
                case DutyOverdue overdue -> {
                    String whose =
                            ofMany.contains(overdue.startedBy()) ? " " + overdue.personId() : "";
                    assertThat(reported.add(overdue.kind() + overdue.startedBy() + whose))
                            .as("%s", overdue)
                            .isTrue();
                    assertThat(recorded.envelope().time()).isAfter(overdue.due());
                }
                // Custody passes from the line to a placement, and its duties with it.
                case LineDutyOverdue overdue -> {
                    assertThat(reported.add(overdue.kind() + overdue.startedBy()))
                            .as("%s", overdue)
                            .isTrue();
                    assertThat(recorded.envelope().time()).isAfter(overdue.due());
                }
                case DutyNotOverdue corrected -> {
                    assertThat(reported)
                            .containsAnyOf(
                                    corrected.kind() + corrected.startedBy(),
                                    corrected.kind()
                                            + corrected.startedBy()
                                            + " "
                                            + corrected.personId());
                    assertThat(corrected.doneAt()).isBeforeOrEqualTo(corrected.due());
                }
                case NonRefoulementAssessed assessed ->
                        receivers.assessed(
                                assessed, recorded.envelope().actor(), recorded.envelope().time());
                case HandedOver over -> {
                    FamilyLaws.handOverIsLawful(
                            over,
                            together(log, recorded, HandedOver.class),
                            own.operation(OP),
                            known.operation(OP));
                    receivers.handOverIsLawful(
                            over,
                            recorded.envelope().actor(),
                            recorded.envelope().time(),
                            goodFor(known),
                            known.operation(OP));
                }
                case QuestionOverdue overdue -> {
                    assertThat(reported.add(overdue.rule() + overdue.startedBy())).isTrue();
                    assertThat(recorded.envelope().time()).isAfter(overdue.due());
                }
                case QuestionSettled settled ->
                        QuestionLaws.settlementIsLawful(
                                settled, own.operation(OP), recorded.envelope().actor());
                case OverrideRevoked revoked -> lifted.add(revoked.overrideId());
                case ReasonsTold told ->
                        assertThat(
                                        told.interpreter() != null
                                                || Boolean.TRUE.equals(told.sharedLanguage()))
                                .as("P11")
                                .isTrue();
                case ReviewHeld held ->
                        assertThat(
                                        own.operation(OP)
                                                .placement(held.placementId())
                                                .orElseThrow()
                                                .orderedBy())
                                .as("P10: not by who ordered it")
                                .isNotEqualTo(recorded.envelope().actor());
                case PlacementOrdered order -> {
                    List<PlacementOrdered> together =
                            together(log, recorded, PlacementOrdered.class);
                    orderIsLawful(order, together, own.operation(OP), known, recorded);
                    if (order.overrides() != null) {
                        order.overrides()
                                .forEach(one ->
                                        assertThat(lifted.add(one))
                                                .as("an override counts once, and not revoked")
                                                .isTrue());
                    }
                }
                default -> {}
            }
            if (event instanceof PlacementEvent) {
                own = model.evolve(own, recorded);
            } else {
                known = model.learn(known, recorded);
            }
        }
    }

    /** Events of one kind that the same command gave. */
    private static <E> List<E> together(
            List<Recorded<DomainEvent>> log, Recorded<DomainEvent> one, Class<E> kind) {
        return log.stream()
                .filter(other -> one.envelope().commandId().equals(other.envelope().commandId()))
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Duration goodFor(Knowledge known) {
        Duration agreed = known.operation(OP).profile().assessmentGoodFor();
        return agreed == null ? LegalProfile.USUAL_ASSESSMENT_GOOD_FOR : agreed;
    }

    /** By what was known when it was ordered: the fold up to that event. */
    private static void orderIsLawful(
            PlacementOrdered order,
            List<PlacementOrdered> together,
            OperationPlacements state,
            Knowledge known,
            Recorded<DomainEvent> recorded) {
        var facts = known.operation(OP).person(order.personId()).orElseThrow();
        var finding = known.operation(OP).conclusionsOf(order.personId()).findFirst();
        Facility facility = state.facility(order.facilityId()).orElseThrow();
        var day = recorded.envelope().time().atOffset(java.time.ZoneOffset.UTC).toLocalDate();
        boolean prison = facility.kind() == FacilityKind.PRISON;
        assertThat(facility.free(order.section())).as("P1").isPositive();
        FamilyLaws.orderIsLawful(order, state, known.operation(OP), together);
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
        assertThat(known.operation(OP).isGone(facts)).as("P14").isFalse();
        var place = new Place(order.facilityId(), order.section());
        boolean beside =
                state.safeguards()
                        .apartFrom(order.personId())
                        .flatMap(new Whereabouts(state, known.operation(OP))::presentAndNext)
                        .anyMatch(place::equals);
        boolean signed =
                state.safeguards().signed(order.personId(), order.facilityId(), "P8").isPresent();
        assertThat(!beside || signed).as("P8, unless two people signed").isTrue();
    }

    static boolean counted(PlacementState own) {
        OperationPlacements state = own.operation(OP);
        return state.facilities().values().stream().allMatch(facility -> counted(state, facility));
    }

    /** What is kept for looking up is what a search through everything would find. */
    static boolean indexed(PlacementState own) {
        OperationPlacements state = own.operation(OP);
        Map<UUID, UUID> travelling = new HashMap<>();
        state.convoys().values().stream()
                .filter(convoy -> convoy.status().isOpen())
                .forEach(convoy ->
                        convoy.persons()
                                .forEach(person -> travelling.put(person, convoy.convoyId())));
        boolean convoysFound =
                state.travelling().size() == travelling.size()
                        && travelling.entrySet().stream()
                                .allMatch(entry ->
                                        entry.getValue()
                                                .equals(
                                                        state.travelling()
                                                                .get(entry.getKey().toString())));
        return convoysFound
                && state.facilities().keySet().stream()
                        .allMatch(id ->
                                state.placementsBoundFor(id)
                                        .map(Placement::placementId)
                                        .sorted()
                                        .toList()
                                        .equals(boundFor(state, id)));
    }

    private static List<UUID> boundFor(OperationPlacements state, String facilityId) {
        return state.placements().values().stream()
                .filter(one -> one.status().isOpen())
                .flatMap(one ->
                        Stream.concat(
                                        Stream.of(one.facilityId()),
                                        Stream.ofNullable(one.transfer())
                                                .map(transfer -> transfer.to().facilityId()))
                                .filter(facilityId::equals)
                                .map(id -> one.placementId()))
                .sorted()
                .toList();
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
                open.stream().filter(one -> one.isAway() && one.facilityId().equals(id)).count();
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

    static boolean oneOpen(PlacementState own) {
        List<UUID> open =
                own.operation(OP).placements().values().stream()
                        .filter(one -> one.status().isOpen())
                        .map(Placement::personId)
                        .toList();
        return new HashSet<>(open).size() == open.size();
    }
}
