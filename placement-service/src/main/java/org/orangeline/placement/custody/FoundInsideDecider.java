package org.orangeline.placement.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.OrderDecider;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Terms;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.Companions;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * P16: who is inside is recorded, whatever rule it breaks (customary Rule 123), and every rule that
 * is broken is questioned with it.
 */
public final class FoundInsideDecider {

    /** Somebody may have been inside for long before anybody registered the person. */
    private static final Duration BEFORE_THE_ARRIVAL = Duration.ofDays(3660);

    private FoundInsideDecider() {}

    static Decision<PlacementEvent> decide(
            RecordFoundInside command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Facility> facility = state.facility(command.facilityId());
        if (facility.isEmpty()
                || (command.section() != null
                        && facility.get().section(command.section()).isEmpty())) {
            return Decision.refuse(Refusal.notFound("There is no such facility or section."));
        }
        Optional<PersonFacts> person = known.person(counting(command.personId(), known));
        if (person.isEmpty() || new Whereabouts(state, known).isNobody(person.get())) {
            return Decision.refuse(
                    Refusal.notFound("There is no such person; register the person first."));
        }
        Instant arrived = new Whereabouts(state, known).custodySince(person.get(), context.now());
        Optional<Refusal> implausible =
                Stream.of(
                                told("foundAt, the finding,", command.foundAt(), arrived, context),
                                told("since, the beginning,", command.since(), arrived, context))
                        .flatMap(Optional::stream)
                        .findFirst();
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        Optional<Placement> open = new Whereabouts(state, known).placement(person.get().personId());
        if (open.isPresent() && isThere(open.get(), command)) {
            return Decision.refuse(Refusal.conflict("The register has the person there already."));
        }
        return Decision.accept(
                found(
                        command,
                        person.get(),
                        open,
                        facility.get(),
                        List.of(),
                        state,
                        known,
                        context));
    }

    /** Everything that is recorded of people who came with a convoy and are not on its list. */
    public static Decision<PlacementEvent> unlisted(
            List<RecordFoundInside> people,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<PlacementEvent> events = new ArrayList<>();
        List<Place> before = new ArrayList<>();
        for (RecordFoundInside one : people) {
            UUID counting = counting(one.personId(), known);
            Optional<PersonFacts> person = known.person(counting);
            if (person.isEmpty() || new Whereabouts(state, known).isNobody(person.get())) {
                return Decision.refuse(
                        Refusal.notFound(
                                "Somebody who came unlisted is not registered; register the person"
                                        + " first."));
            }
            Optional<Placement> open = new Whereabouts(state, known).placement(counting);
            if (open.isPresent() && isThere(open.get(), one)) {
                return Decision.refuse(
                        Refusal.conflict("Somebody who is there already cannot come unlisted."));
            }
            events.addAll(
                    found(
                            one,
                            person.get(),
                            open,
                            state.facility(one.facilityId()).orElseThrow(),
                            before,
                            state,
                            known,
                            context));
            before.add(new Place(one.facilityId(), one.section()));
        }
        return Decision.accept(events);
    }

    private static UUID counting(UUID person, KnownOperation known) {
        return known.merges().stays(person).orElse(person);
    }

    private static Optional<Refusal> told(
            String what, @Nullable Instant told, Instant arrived, Context context) {
        return told == null
                ? Optional.empty()
                : Plausible.between(
                        what,
                        told,
                        arrived.minus(BEFORE_THE_ARRIVAL),
                        "ten years before the person was registered",
                        context.now());
    }

    private static boolean isThere(Placement open, RecordFoundInside command) {
        return open.status() == Placement.Status.PLACED
                && !open.isAway()
                && open.facilityId().equals(command.facilityId())
                && (command.section() == null
                        || Objects.equals(open.place().section(), command.section()));
    }

    private static List<PlacementEvent> found(
            RecordFoundInside command,
            PersonFacts person,
            Optional<Placement> open,
            Facility facility,
            List<Place> before,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Basis basis = basis(command, open, facility);
        var where = new Whereabouts(state, known);
        Instant foundAt = Objects.requireNonNullElse(command.foundAt(), context.now());
        Instant arrived =
                open.map(Placement::custodySince)
                        .orElseGet(() -> where.custodySince(person, foundAt));
        Instant since =
                command.since() != null && command.since().isBefore(arrived)
                        ? command.since()
                        : arrived;
        var event =
                new FoundInside(
                        open.map(Placement::personId).orElse(person.personId()),
                        open.map(Placement::placementId)
                                .orElseGet(() -> context.newId("found " + person.personId())),
                        facility.facilityId(),
                        command.section(),
                        basis,
                        since,
                        foundAt,
                        command.accompanies(),
                        command.convoyId(),
                        context.actor().text(),
                        Confidential.of(command.reason().text()),
                        startedBy(person, open, where));
        List<PlacementEvent> events = new ArrayList<>();
        events.addAll(
                open.isPresent()
                        ? LeftBehind.after(event, state, known, context.today())
                        : List.of(event));
        List<String> broken = broken(event, person, open, facility, before, state, known, context);
        if (!broken.isEmpty()) {
            events.add(
                    Placement.question(
                            event.personId(),
                            event.placementId(),
                            event.facilityId(),
                            broken,
                            null));
        }
        return events;
    }

    // Custody in a line passes to the placement of the record under which the person came.
    private static @Nullable String startedBy(
            PersonFacts person, Optional<Placement> open, Whereabouts where) {
        return open.map(placement ->
                        placement.held()
                                ? Optional.<PersonFacts>empty()
                                : where.known().person(placement.personId()))
                .orElseGet(() -> Optional.of(person))
                .flatMap(where::lineCustodyStartedBy)
                .orElse(null);
    }

    // Whoever does not say that the person is sheltered has a person who is held: every clock runs.
    // Nobody is sheltered in a prison, and nobody who is held is sheltered by a word.
    private static Basis basis(
            RecordFoundInside command, Optional<Placement> open, Facility facility) {
        boolean prison = facility.kind() == FacilityKind.PRISON;
        Basis held = prison ? Basis.CRIMINAL_CUSTODY : Basis.INTERNMENT;
        Basis known = open.map(Placement::basis).orElse(held);
        Basis told = command.basis() == null ? known : command.basis();
        boolean ends = open.isPresent() && known.isDetention() && !told.isDetention();
        if (ends || (prison && !told.isDetention())) {
            return known.isDetention() ? known : held;
        }
        return told;
    }

    private static List<String> broken(
            FoundInside event,
            PersonFacts person,
            Optional<Placement> open,
            Facility facility,
            List<Place> before,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        var place = new Place(event.facilityId(), event.section());
        PlacementCase placement =
                new PlacementCase(
                        open.map(Placement::placementId).orElse(null),
                        person,
                        known.conclusionsOf(person.personId()).findFirst().orElse(null),
                        facility,
                        event.section(),
                        event.basis(),
                        open.filter(it -> it.basis() == event.basis())
                                .map(Placement::terms)
                                .orElseGet(() -> Terms.foundBeside(event.accompanies())),
                        context.now(),
                        Companions.of(List.of(), known.merges()),
                        state,
                        known);
        boolean hasPlace = open.isPresent() && open.get().destination().equals(place);
        boolean full =
                !hasPlace
                        && !OrderDecider.fits(
                                Stream.concat(before.stream(), Stream.of(place)).toList(), state);
        return Stream.concat(
                        Stream.concat(
                                        PlacementRules.atTheDoor(placement).stream(),
                                        PlacementRules.ofOneHuman(placement, context.actor())
                                                .stream())
                                .map(Violation::rule),
                        full ? Stream.of("P1") : Stream.empty())
                .distinct()
                .toList();
    }
}
