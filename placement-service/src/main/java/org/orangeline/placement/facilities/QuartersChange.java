package org.orangeline.placement.facilities;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.rules.Neighbours;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.runtime.Context;

/**
 * Who is with unrelated people of the other sex in sections that become, or are no longer, ones
 * with quarters for families (P7). A change of a facility changes nothing of that elsewhere.
 *
 * @param before by section, as it is
 * @param after by section, as it is with the change
 */
record QuartersChange(Map<Place, Set<UUID>> before, Map<Place, Set<UUID>> after) {

    static QuartersChange of(
            Facility before,
            Facility after,
            OperationPlacements state,
            OperationPlacements changed,
            KnownOperation known,
            Context context) {
        List<Place> sections =
                before.sections().values().stream()
                        .filter(section ->
                                after.section(section.sectionId())
                                        .filter(then -> then.family() != section.family())
                                        .isPresent())
                        .map(section -> new Place(before.facilityId(), section.sectionId()))
                        .toList();
        return new QuartersChange(
                strangers(sections, before, state, known, context),
                strangers(sections, after, changed, known, context));
    }

    private static Map<Place, Set<UUID>> strangers(
            List<Place> sections,
            Facility facility,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return sections.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                section ->
                                        new Neighbours(
                                                        facility,
                                                        section,
                                                        state,
                                                        known,
                                                        context.today())
                                                .unrelated()));
    }

    static boolean isWithStrangers(PlacementCase one, Map<Place, Set<UUID>> strangers) {
        return strangers
                .getOrDefault(one.place(), Set.of())
                .contains(one.known().merges().counts(one.person().personId()));
    }
}
