package org.orangeline.placement.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.RollChecked;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.RollCommand.CheckRoll;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.Missing;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** P17: a roll check compares who is there with the register; who is missing is an alarm. */
public final class RollDecider {

    /** A tablet is offline for days, and not for longer. */
    private static final Duration LATEST_UPLOAD = Duration.ofDays(30);

    private RollDecider() {}

    public static Decision<PlacementEvent> check(
            CheckRoll command, OperationPlacements state, KnownOperation known, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Facility> facility = state.facility(command.facilityId());
        if (facility.isEmpty()
                || (command.section() != null
                        && facility.get().section(command.section()).isEmpty())) {
            return Decision.refuse(Refusal.notFound("There is no such facility or section."));
        }
        List<Placement> inside = inside(command, state, known);
        List<Placement> expected = inside.stream().filter(isExpected(state)).toList();
        Map<UUID, Placement> unnamed =
                expected.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> known.merges().counts(one.personId()),
                                        Function.identity()));
        List<Placement> missing = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        int seenSince = 0;
        for (Party.Named one : command.missing()) {
            Optional<Placement> told = state.placement(one.placementId(), one.personId());
            UUID person = known.merges().counts(one.personId());
            Placement there = unnamed.get(person);
            boolean isExpected = there != null && there.placementId().equals(one.placementId());
            if (told.isEmpty()
                    || !named.add(one.placementId())
                    || !(isExpected || isPlausible(told.get(), command))) {
                return Decision.refuse(
                        Refusal.conflict(
                                "Who is named as missing by placement "
                                        + one.placementId()
                                        + " is not expected there, or is named twice."));
            }
            if (there != null && isPart(told.get().place(), command)) {
                missing.add(there);
                unnamed.remove(person);
            } else if (wasThere(told.get(), command, state)) {
                seenSince++;
            }
        }
        int gone = seenSince;
        return implausible(command, missing, context)
                .map(Decision::<PlacementEvent>refuse)
                .orElseGet(() ->
                        Decision.accept(
                                events(
                                        command,
                                        expected.size() + gone,
                                        gone,
                                        (int)
                                                inside.stream()
                                                        .filter(one -> one.absence() != null)
                                                        .count(),
                                        missing,
                                        state,
                                        known,
                                        context)));
    }

    // A tablet tells it late, of the register as it was. Whoever has come, left or moved since, or
    // had left before, is not missing: what is known of them stands. Whoever was in another place
    // all the time is named by mistake.
    private static boolean isPlausible(Placement one, CheckRoll command) {
        Instant at = command.at();
        return at != null
                && (isPart(one.place(), command)
                        || (one.previous() != null && isPart(one.previous(), command))
                        || (!one.orderedAt().isAfter(at)
                                && (one.since().isAfter(at) || one.happenedAt().isAfter(at))));
    }

    // Who came after the count was not there; a person of two registrations counts once.
    private static List<Placement> inside(
            CheckRoll command, OperationPlacements state, KnownOperation known) {
        return state
                .placementsBoundFor(command.facilityId())
                .distinct()
                .filter(one -> one.status() == Placement.Status.PLACED)
                .filter(one -> one.facilityId().equals(command.facilityId()))
                .filter(one ->
                        command.section() == null
                                || command.section().equals(one.place().section()))
                .filter(one ->
                        command.at() == null
                                || !one.happenedAt()
                                        .isAfter(command.at().plus(Plausible.CLOCKS_DIFFER)))
                .collect(
                        Collectors.toMap(
                                one -> known.merges().counts(one.personId()),
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    // Whoever was there counts, also if they have gone or moved since, or are away, missing or on
    // the road. No alarm is raised about where they were before.
    private static boolean wasThere(Placement one, CheckRoll command, OperationPlacements state) {
        Instant at = command.at();
        if (at == null) {
            return false;
        }
        boolean since = one.happenedAt().isAfter(at);
        return switch (one.status()) {
            case ENDED -> since && isPart(one.place(), command);
            case PLACED ->
                    since
                            ? one.previous() != null && isPart(one.previous(), command)
                            : isPart(one.place(), command)
                                    && (one.missing() != null
                                            || (one.absence() != null
                                                    && one.absence().since().isAfter(at))
                                            || state.isOnTheWay(one.personId()));
            case ORDERED, CANCELLED, WITHDRAWN -> false;
        };
    }

    private static boolean isPart(Place place, CheckRoll command) {
        return place.facilityId().equals(command.facilityId())
                && (command.section() == null || command.section().equals(place.section()));
    }

    private static Predicate<Placement> isExpected(OperationPlacements state) {
        return one ->
                one.absence() == null && one.missing() == null && !state.isOnTheWay(one.personId());
    }

    private static Optional<Refusal> implausible(
            CheckRoll command, List<Placement> missing, Context context) {
        Instant longAgo = context.now().minus(LATEST_UPLOAD);
        Instant came =
                missing.stream()
                        .map(Placement::happenedAt)
                        .max(Instant::compareTo)
                        .filter(longAgo::isBefore)
                        .orElse(longAgo);
        return Plausible.at(
                "the roll check",
                command.at(),
                came,
                came.equals(longAgo)
                        ? "which is longer ago than a tablet uploads"
                        : "when somebody who is missing came to this place",
                context.now());
    }

    private static List<PlacementEvent> events(
            CheckRoll command,
            int expected,
            int seenSince,
            int away,
            List<Placement> missing,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new RollChecked(
                        command.facilityId(),
                        context.newId("roll"),
                        command.section(),
                        expected,
                        command.counted(),
                        away,
                        missing.size() + seenSince,
                        command.at()));
        Instant since = since(command.at(), context);
        // A tablet tells it late: who was seen after it is missing no more.
        List<Placement> still =
                missing.stream()
                        .filter(one -> one.seenAt() == null || !one.seenAt().isAfter(since))
                        .toList();
        OperationPlacements gone = state;
        for (Placement one : still) {
            gone = gone.with(one.missing(new Missing(null), new Started("", since)));
        }
        for (Placement one : still) {
            events.addAll(
                    LeftBehind.after(
                            new PersonMissing(
                                    one.personId(),
                                    one.placementId(),
                                    one.facilityId(),
                                    since,
                                    Confidential.of(command.note().text())),
                            // Who of the others is missing cares for nobody.
                            gone.with(one),
                            known,
                            context.today()));
        }
        return events.stream().distinct().toList();
    }

    private static Instant since(@Nullable Instant told, Context context) {
        return told == null ? context.now() : told;
    }
}
