package org.orangeline.placement.facilities;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.Section;
import org.orangeline.placement.AlikeIds;
import org.orangeline.runtime.Refusal;

/** Whether a facility can have another layout: where somebody is, or is to come, nothing closes. */
final class Layouts {

    /** Sections of a facility at most. */
    static final int MOST = 500;

    private Layouts() {}

    /**
     * @param adultsIn whether an adult is in that section, or in the facility for null, or is to
     *     come
     */
    static Optional<Refusal> refusal(
            Facility facility, FacilityLayout layout, Predicate<@Nullable String> adultsIn) {
        return Stream.of(
                        unknown(facility, layout),
                        otherCapacity(facility, layout),
                        alike(facility, layout),
                        tooMany(facility, layout),
                        taken(facility, layout),
                        amongAdults(facility, layout, adultsIn))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() ->
                        facility.laidOut(layout).equals(facility)
                                ? Optional.of(
                                        Refusal.conflict(
                                                "The change leaves the facility as it is."))
                                : Optional.empty());
    }

    private static Optional<Refusal> unknown(Facility facility, FacilityLayout layout) {
        return closed(layout).allMatch(id -> facility.section(id).isPresent())
                ? Optional.empty()
                : Optional.of(Refusal.notFound("There is no such section."));
    }

    // P1: how many places there are is a matter of its own.
    private static Optional<Refusal> otherCapacity(Facility facility, FacilityLayout layout) {
        return sections(layout)
                        .allMatch(section ->
                                facility.section(section.sectionId())
                                        .map(part ->
                                                part.capacity().working() == section.capacity())
                                        .orElse(true))
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict(
                                "The capacity of a section that is there is changed by a change of"
                                        + " capacity: say it as it is."));
    }

    private static Optional<Refusal> alike(Facility facility, FacilityLayout layout) {
        return sections(layout)
                .map(Section::sectionId)
                .filter(id -> facility.section(id).isEmpty())
                .flatMap(id -> AlikeIds.whyNot(id, others(facility, layout, id)).stream())
                .findFirst();
    }

    private static Set<String> others(Facility facility, FacilityLayout layout, String id) {
        return Stream.concat(
                        facility.sections().keySet().stream(),
                        sections(layout).map(Section::sectionId).filter(one -> !one.equals(id)))
                .collect(Collectors.toSet());
    }

    private static Optional<Refusal> taken(Facility facility, FacilityLayout layout) {
        boolean whole = Boolean.TRUE.equals(layout.closed()) && facility.occupancy().taken() > 0;
        boolean part =
                closed(layout)
                        .flatMap(id -> facility.section(id).stream())
                        .anyMatch(section -> section.occupancy().taken() > 0);
        return whole || part
                ? Optional.of(
                        Refusal.conflict(
                                "People are there, are away for a time, or are to come. Move them"
                                        + " elsewhere first."))
                : Optional.empty();
    }

    private static Optional<Refusal> tooMany(Facility facility, FacilityLayout layout) {
        return facility.laidOut(layout).sections().size() > MOST
                ? Optional.of(Refusal.conflict("A facility has " + MOST + " sections at most."))
                : Optional.empty();
    }

    // P15: a place is not for children because two people say so, while adults live in it.
    private static Optional<Refusal> amongAdults(
            Facility facility, FacilityLayout layout, Predicate<@Nullable String> adultsIn) {
        Set<AgeBand> children = Set.of(AgeBand.CHILD);
        boolean whole =
                layout.admits() != null
                        && layout.admits().ages().equals(children)
                        && adultsIn.test(null);
        boolean part =
                sections(layout)
                        .filter(section -> section.admits().ages().equals(children))
                        .map(Section::sectionId)
                        .filter(id -> facility.section(id).isPresent())
                        .anyMatch(adultsIn);
        return whole || part
                ? Optional.of(
                        Refusal.rule(
                                "P15",
                                "Adults are there, or are to come: a place is for children only when"
                                        + " they are elsewhere."))
                : Optional.empty();
    }

    private static Stream<Section> sections(FacilityLayout layout) {
        return stream(layout.sections());
    }

    private static Stream<String> closed(FacilityLayout layout) {
        return stream(layout.closedSections());
    }

    private static <T> Stream<T> stream(@Nullable List<T> items) {
        return items == null ? Stream.empty() : items.stream();
    }
}
