package org.orangeline.placement.questions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.questions.RuleMoment.How;
import org.orangeline.runtime.Model;

/**
 * What a log tells of the rules of placement: every moment in which one did not hold, and who ended
 * it. It is given the events in the order in which the service learned and wrote them, and works
 * out by the rules themselves what is broken: what no question was raised for is a fault.
 *
 * <p>Worked out for those who are inside are the rules that no signature lifts (P3, P4, P5, P13),
 * whom to keep apart and whose place it is (P8, P9), and with whom they are there (P6, P7, P15,
 * {@link PlacedTogether}). The other rules are about one call: that it is refused is shown by
 * tests.
 */
public final class RuleHistory {

    /** A reaction follows its cause in moments; what takes longer went unnoticed meanwhile. */
    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(5);

    private final Model<PlacementCommand, PlacementState, Knowledge, PlacementEvent> model;
    private final Map<UUID, Map<String, RuleMoment>> open = new HashMap<>();
    private final Map<UUID, Map<String, RuleMoment>> unnoticed = new HashMap<>();
    private final List<RuleMoment> ended = new ArrayList<>();
    private final HandOvers handOvers = new HandOvers();

    private PlacementState own;
    private Knowledge known;

    public RuleHistory(Model<PlacementCommand, PlacementState, Knowledge, PlacementEvent> model) {
        this.model = model;
        this.own = model.emptyOwn();
        this.known = model.emptyKnown();
    }

    /** An event of another service, as the service learned it. */
    public void learn(Recorded<? extends DomainEvent> recorded) {
        known = model.learn(known, recorded);
        Instant now = recorded.envelope().time();
        person(recorded.envelope().subject())
                .ifPresent(person ->
                        look(recorded.envelope().operation(), Stream.of(person), now, null));
    }

    /** An event of the service. */
    public void evolve(Recorded<? extends DomainEvent> recorded) {
        own = model.evolve(own, recorded);
        handOvers.add(recorded);
        String operation = recorded.envelope().operation();
        Stream<UUID> people =
                switch (recorded.event()) {
                    case PersonPlacementEvent event -> Stream.of(event.personId());
                    case FacilityChanged changed ->
                            own.operation(operation)
                                    .placementsBoundFor(changed.facilityId())
                                    .map(Placement::personId);
                    default -> Stream.empty();
                };
        look(operation, people, recorded.envelope().time(), recorded);
    }

    /**
     * All of them, oldest first.
     *
     * @param now the end of the log: everybody who is placed is looked at once more
     */
    public List<RuleMoment> moments(Instant now) {
        known.operations().keySet().stream()
                .sorted()
                .forEach(operation ->
                        look(
                                operation,
                                own.operation(operation).byPerson().keySet().stream()
                                        .map(UUID::fromString),
                                now,
                                null));
        unnoticed.values().stream()
                .flatMap(all -> all.values().stream())
                .filter(moment -> isLong(moment, now))
                .forEach(ended::add);
        return Stream.of(
                        ended.stream(),
                        open.values().stream().flatMap(all -> all.values().stream()),
                        known.operations().entrySet().stream()
                                .flatMap(one -> handOvers.lent(one.getKey(), one.getValue())))
                .flatMap(moments -> moments)
                .sorted(
                        Comparator.comparing(RuleMoment::from)
                                .thenComparing(RuleMoment::rule)
                                .thenComparing(RuleMoment::personId))
                .toList();
    }

    private void look(
            String operation,
            Stream<UUID> people,
            Instant now,
            @Nullable Recorded<? extends DomainEvent> by) {
        OperationPlacements state = own.operation(operation);
        KnownOperation facts = known.operation(operation);
        people.flatMap(one -> Stream.concat(Stream.of(one), Unasked.others(one, facts)))
                .distinct()
                .flatMap(person -> state.placementsOf(person.toString()))
                .forEach(placement -> {
                    compare(operation, placement, asked(placement, state, facts), now, by);
                    watch(operation, placement, state, facts, now);
                });
    }

    private static Map<String, How> asked(
            Placement placement, OperationPlacements state, KnownOperation known) {
        Map<String, How> asked = new LinkedHashMap<>();
        if (placement.status().isOpen()) {
            placement
                    .questioned(known.merges()::stands)
                    .forEach(rule -> asked.put(rule, How.QUESTIONED));
            state.safeguards().overrides(placement.personId()).stream()
                    .filter(one -> Unasked.isUsedBy(one, placement))
                    .forEach(one -> asked.put(one.rule() + " signed", How.SIGNED));
        }
        if (placement.missing() != null) {
            asked.put("P17", How.MISSING);
        }
        Duties.of(Registrations.seen(placement, state, known), known)
                .filter(Duty::reported)
                .forEach(duty ->
                        asked.put(
                                duty.rule() + " " + duty.kind() + " " + duty.startedBy(),
                                How.OVERDUE));
        return asked;
    }

    private void compare(
            String operation,
            Placement placement,
            Map<String, How> asked,
            Instant now,
            @Nullable Recorded<? extends DomainEvent> by) {
        Map<String, RuleMoment> before =
                open.computeIfAbsent(placement.placementId(), _ -> new LinkedHashMap<>());
        before.entrySet()
                .removeIf(entry -> {
                    if (asked.containsKey(entry.getKey())) {
                        return false;
                    }
                    ended.add(closed(entry.getValue(), now, by));
                    return true;
                });
        asked.forEach((key, how) ->
                before.computeIfAbsent(key, _ -> begun(operation, key, how, placement, now)));
        if (before.isEmpty()) {
            open.remove(placement.placementId());
        }
    }

    private RuleMoment begun(
            String operation, String key, How how, Placement placement, Instant now) {
        String rule = key.split(" ", 2)[0];
        return new RuleMoment(
                operation,
                rule,
                how,
                placement.personId(),
                placement.placementId(),
                now,
                null,
                how == How.SIGNED ? signers(operation, rule, placement) : List.of(),
                null);
    }

    private List<String> signers(String operation, String rule, Placement placement) {
        return own.operation(operation).safeguards().overrides(placement.personId()).stream()
                .filter(one -> one.rule().equals(rule) && Unasked.isUsedBy(one, placement))
                .flatMap(one -> Stream.of(one.requestedBy(), String.valueOf(one.signedBy())))
                .distinct()
                .toList();
    }

    private static RuleMoment closed(
            RuleMoment moment, Instant now, @Nullable Recorded<? extends DomainEvent> by) {
        if (by == null) {
            return moment.ended(now, moment.by(), null);
        }
        List<String> who = new ArrayList<>(moment.by());
        if (by.event() instanceof QuestionSettled settled && settled.requestedBy() != null) {
            who.add(settled.requestedBy());
        }
        who.add(by.envelope().actor());
        return moment.ended(
                now, who.stream().distinct().toList(), by.event().getClass().getSimpleName());
    }

    // What is broken by the rules themselves, and not asked.
    private void watch(
            String operation,
            Placement placement,
            OperationPlacements state,
            KnownOperation known,
            Instant now) {
        Set<String> broken =
                placement.status().isOpen() ? Unasked.of(placement, state, known, now) : Set.of();
        Map<String, RuleMoment> before =
                unnoticed.computeIfAbsent(placement.placementId(), _ -> new LinkedHashMap<>());
        before.values()
                .removeIf(moment -> {
                    if (broken.contains(moment.rule())) {
                        return false;
                    }
                    if (isLong(moment, now)) {
                        ended.add(moment.ended(now, List.of(), null));
                    }
                    return true;
                });
        broken.forEach(rule ->
                before.computeIfAbsent(
                        rule, _ -> begun(operation, rule, How.UNNOTICED, placement, now)));
        if (before.isEmpty()) {
            unnoticed.remove(placement.placementId());
        }
    }

    private static boolean isLong(RuleMoment moment, Instant now) {
        return moment.from().plus(NOTICED_WITHIN).isBefore(now);
    }

    private static Optional<UUID> person(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
