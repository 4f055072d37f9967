package org.orangeline.placement.facilities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.FacilityCommand;
import org.orangeline.placement.FacilityCommand.ApproveFacilityChange;
import org.orangeline.placement.FacilityCommand.RequestFacilityChange;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.placement.safeguards.NonRefoulement;
import org.orangeline.placement.safeguards.ReceiverDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * Changes of who runs a facility, of whether people may leave it and of its layout, by two people.
 * Nobody is moved by one: for whom it breaks a rule is questioned at once (rules P7, P9, P13 to
 * P15).
 */
public final class FacilityChangeDecider {

    private FacilityChangeDecider() {}

    public static Decision<PlacementEvent> decide(
            FacilityCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Facility> facility = state.facility(command.facilityId());
        if (facility.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such facility."));
        }
        return switch (command) {
            case RequestFacilityChange request ->
                    request(request, facility.get(), state, known, context);
            case ApproveFacilityChange approve ->
                    approve(approve, facility.get(), state, known, context);
        };
    }

    private static Decision<PlacementEvent> request(
            RequestFacilityChange command,
            Facility facility,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (command.layout() != null) {
            return refusal(facility, command.layout(), state, known, context)
                    .map(Decision::<PlacementEvent>refuse)
                    .orElseGet(() ->
                            Decision.accept(
                                    new FacilityChangeRequested(
                                            command.facilityId(),
                                            context.newId("change"),
                                            facility.authority(),
                                            facility.mayLeave(),
                                            Confidential.of(command.reason().text()),
                                            null,
                                            command.layout())));
        }
        if (command.authority() != null
                && state.safeguards().receiver(command.authority()).isEmpty()) {
            return Decision.refuse(ReceiverDecider.unregistered());
        }
        Optional<Refusal> implausible =
                Plausible.at(
                        "the change",
                        command.at(),
                        facility.changedAt() == null ? Instant.EPOCH : facility.changedAt(),
                        "the change before it",
                        context.now());
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        if (facility.kind() == FacilityKind.PRISON && command.mayLeave()) {
            return Decision.refuse(FacilityDecider.NOBODY_LEAVES_A_PRISON);
        }
        Facility after = facility.run(command.authority(), command.mayLeave(), context.now());
        return Objects.equals(after.authority(), facility.authority())
                        && after.mayLeave() == facility.mayLeave()
                ? Decision.refuse(Refusal.conflict("The change leaves the facility as it is."))
                : Decision.accept(
                        new FacilityChangeRequested(
                                command.facilityId(),
                                context.newId("change"),
                                after.authority(),
                                after.mayLeave(),
                                Confidential.of(command.reason().text()),
                                command.at()));
    }

    private static Decision<PlacementEvent> approve(
            ApproveFacilityChange command,
            Facility before,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<FacilityRequest> found =
                state.facilityRequest(command.changeId())
                        .filter(request -> request.facilityId().equals(command.facilityId()));
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such request."));
        }
        FacilityRequest request = found.get();
        if (context.actor().mayBe(request.requestedBy())) {
            return Decision.refuse(
                    Refusal.rule(
                            ruleOf(request, before),
                            "A second person has to approve who runs a facility, whether people may"
                                    + " leave it, and another layout."));
        }
        Optional<Refusal> outdated =
                Optional.ofNullable(request.layout())
                        .flatMap(layout -> refusal(before, layout, state, known, context));
        if (outdated.isPresent()) {
            return Decision.refuse(outdated.get());
        }
        Facility after =
                request.layout() != null
                        ? before.laidOut(request.layout())
                        : before.run(
                                request.authority(),
                                request.mayLeave(),
                                request.at() == null ? context.now() : request.at());
        OperationPlacements changed = state.withFacility(after);
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new FacilityChanged(
                        request.facilityId(),
                        request.changeId(),
                        after.authority(),
                        after.mayLeave(),
                        request.requestedBy(),
                        request.at(),
                        request.layout()));
        boolean takenOver =
                after.authority() != null && !after.authority().equals(before.authority());
        var strangers = QuartersChange.of(before, after, state, changed, known, context);
        boundFor(before.facilityId(), state)
                .filter(placement -> concerns(request.layout(), before, placement))
                .flatMap(placement ->
                        question(
                                placement,
                                rules(request.layout(), false, strangers.before()),
                                rules(request.layout(), takenOver, strangers.after()),
                                before,
                                state,
                                changed,
                                known,
                                context))
                .forEach(events::add);
        return Decision.accept(events);
    }

    private static Optional<Refusal> refusal(
            Facility facility,
            FacilityLayout layout,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return Layouts.refusal(
                facility, layout, section -> adultsIn(facility, section, state, known, context));
    }

    private static boolean adultsIn(
            Facility facility,
            @Nullable String section,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return boundFor(facility.facilityId(), state)
                .filter(placement -> section == null || isIn(facility, section, placement))
                .flatMap(placement -> known.person(placement.personId()).stream())
                .anyMatch(person -> !known.isChildOrInDoubt(person, context.today()));
    }

    // A name, or a part where nobody is, concerns nobody: each rule looks at everybody there. Who
    // came before there were parts is in none, and may be taken by none from now on.
    private static boolean concerns(
            @Nullable FacilityLayout layout, Facility before, Placement placement) {
        return layout == null
                || layout.admits() != null
                || before.sections().isEmpty()
                || layout.closedSections() != null
                || Stream.of(placement.place(), placement.destination())
                        .anyMatch(new Place(before.facilityId(), null)::equals)
                || (layout.sections() != null
                        && layout.sections().stream()
                                .anyMatch(one -> isIn(before, one.sectionId(), placement)));
    }

    private static boolean isIn(Facility facility, String section, Placement placement) {
        return Stream.of(placement.place(), placement.destination())
                .anyMatch(new Place(facility.facilityId(), section)::equals);
    }

    private static Function<PlacementCase, List<Violation>> rules(
            @Nullable FacilityLayout layout, boolean takenOver, Map<Place, Set<UUID>> strangers) {
        if (layout == null) {
            return one ->
                    Stream.concat(
                                    PlacementRules.ofRunning(one).stream(),
                                    takenOver
                                            ? PlacementRules.ofTakeover(one).stream()
                                            : Stream.empty())
                            .toList();
        }
        return one ->
                Stream.concat(
                                PlacementRules.ofLayout(one).stream(),
                                QuartersChange.isWithStrangers(one, strangers)
                                        ? Stream.of(PlacementRules.WITH_STRANGERS)
                                        : Stream.empty())
                        .toList();
    }

    private static String ruleOf(FacilityRequest request, Facility before) {
        if (request.layout() != null) {
            return "P7";
        }
        return request.mayLeave() == before.mayLeave() ? NonRefoulement.ID : "P10";
    }

    private static Stream<Placement> boundFor(String facilityId, OperationPlacements state) {
        return state.placementsBoundFor(facilityId).distinct();
    }

    private static Stream<PlacementEvent> question(
            Placement placement,
            Function<PlacementCase, List<Violation>> rulesBefore,
            Function<PlacementCase, List<Violation>> rulesAfter,
            Facility facility,
            OperationPlacements state,
            OperationPlacements changed,
            KnownOperation known,
            Context context) {
        List<String> kept = placement.questioned();
        List<String> before = broken(placement, rulesBefore, facility, state, known, context);
        List<String> rules =
                broken(placement, rulesAfter, facility, changed, known, context).stream()
                        .filter(rule -> !before.contains(rule) && !kept.contains(rule))
                        .toList();
        return rules.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        placement
                                .question(rules)
                                .since(
                                        rules.contains("P13")
                                                ? since(placement, changed, known, context)
                                                : null));
    }

    // P19: the limit runs from when all of it is so: the finding, the change, and the person there.
    private static @Nullable Instant since(
            Placement placement,
            OperationPlacements changed,
            KnownOperation known,
            Context context) {
        Instant came = placement.happenedAt();
        Instant so =
                changed.facility(placement.facilityId())
                        .map(Facility::changedAt)
                        .filter(at -> at.isAfter(came))
                        .orElse(came);
        return Conclusion.civilianSince(known, placement.personId(), so, context.now());
    }

    private static List<String> broken(
            Placement placement,
            Function<PlacementCase, List<Violation>> rules,
            Facility facility,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return PlacementCase.at(
                        placement,
                        placement.facilityId().equals(facility.facilityId())
                                ? placement.place()
                                : placement.destination(),
                        List.of(),
                        state,
                        known,
                        context.now())
                .stream()
                .flatMap(one -> rules.apply(one).stream())
                .map(Violation::rule)
                .distinct()
                .toList();
    }
}
