package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.DutyNotOverdue;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;

/**
 * What was done in time and recorded late: the report that it was overdue was wrong, and who read
 * that report is told (rules P10 to P12).
 */
public final class NotOverdue {

    private NotOverdue() {}

    /**
     * @param at when it was done, as told; null for now, which corrects nothing
     */
    public static Stream<PlacementEvent> after(
            Placement before, Placement after, @Nullable Instant at, KnownOperation known) {
        return after(Duties.of(before, known), Duties.of(after, known), at);
    }

    /** The stay ended then: what was to be done later was not asked for any more. */
    public static Stream<PlacementEvent> ended(
            Placement placement, @Nullable Instant at, KnownOperation known) {
        return at == null
                ? Stream.empty()
                : after(placement, placement.ended(new Started("", at)), at, known);
    }

    static Stream<PlacementEvent> after(
            Stream<Duty> before, Stream<Duty> after, @Nullable Instant at) {
        if (at == null) {
            return Stream.empty();
        }
        Set<String> open = after.map(NotOverdue::key).collect(Collectors.toSet());
        return before.filter(duty ->
                        duty.reported() && !at.isAfter(duty.due()) && !open.contains(key(duty)))
                .map(duty ->
                        new DutyNotOverdue(
                                duty.personId(),
                                duty.placementId(),
                                duty.facilityId(),
                                duty.kind(),
                                duty.rule(),
                                duty.startedBy(),
                                duty.due(),
                                at));
    }

    private static String key(Duty duty) {
        return DutyFacts.key(duty.kind(), duty.startedBy());
    }
}
