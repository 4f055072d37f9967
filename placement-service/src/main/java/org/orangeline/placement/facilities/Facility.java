package org.orangeline.placement.facilities;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * A facility and how full it is. A section's people count in the facility too; an order needs a
 * free place in both.
 *
 * @param places its capacity as a whole
 * @param sections by section id; empty when it has none
 * @param authority the registered receiver that runs it; null for the operation itself
 * @param proposed people for whom it is proposed and who have no order yet
 * @param mayLeave whether who lives there may go; where not, shelter is deprivation of liberty. Of
 *     a prison it is never so, whatever was said
 * @param changedAt when two humans last changed who runs it or whether people may leave it, as
 *     told; null for never
 * @param closed whether it takes nobody any more
 * @param rolls the last roll check of each section, and under an empty id that of the whole
 */
public record Facility(
        String facilityId,
        String name,
        FacilityKind kind,
        Capacity places,
        Admits admits,
        @Nullable String authority,
        PMap<String, SectionPlaces> sections,
        Occupancy occupancy,
        int proposed,
        boolean mayLeave,
        @Nullable Instant changedAt,
        boolean closed,
        PMap<String, RollCheck> rolls) {

    public Facility {
        mayLeave = mayLeave && kind != FacilityKind.PRISON;
    }

    public static Facility registered(FacilityRegistered event) {
        PMap<String, SectionPlaces> sections = ChampMap.empty();
        for (Section section : event.sections() == null ? List.<Section>of() : event.sections()) {
            sections = sections.plus(section.sectionId(), SectionPlaces.of(section));
        }
        return new Facility(
                event.facilityId(),
                event.name(),
                event.kind(),
                Capacity.of(event.capacity()),
                event.admits(),
                event.authority(),
                sections,
                Occupancy.NONE,
                0,
                !Boolean.FALSE.equals(event.mayLeave()),
                null,
                false,
                ChampMap.empty());
    }

    /** Whether somebody who is here on that basis may not leave. */
    public boolean holds(Basis basis) {
        return basis.isDetention() || !mayLeave;
    }

    /** Working capacity in places. */
    public int capacity() {
        return places.working();
    }

    public int reserved() {
        return occupancy.reserved();
    }

    public int present() {
        return occupancy.present();
    }

    /** Places that can still be ordered (rule P1); never below 0. */
    public int free() {
        return closed ? 0 : Math.max(0, places.usable() - occupancy.taken());
    }

    /** Places that can still be ordered there: in the section and in the facility. */
    public int free(@Nullable String section) {
        return section == null
                ? free()
                : Math.min(free(), section(section).map(SectionPlaces::free).orElse(0));
    }

    /** Free places beyond those that are proposed already; may be below 0. */
    public int room() {
        return free() - proposed;
    }

    /** People and reservations beyond what may be filled; births, returns and cuts make them. */
    public int excess() {
        return Math.max(0, occupancy.taken() - (closed ? 0 : places.usable()));
    }

    /** Whether more are there, or are to come, than may be: in the facility or in that section. */
    public boolean isOver(@Nullable String section) {
        return excess() > 0 || section(section).filter(part -> part.excess() > 0).isPresent();
    }

    public Optional<SectionPlaces> section(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(sections.get(id));
    }

    /** Whether it, and its section when one is named, takes such a person (rule P7). */
    public boolean admits(@Nullable String section, Sex sex, AgeBand age) {
        return admits.admits(sex, age)
                && section(section).map(part -> part.admits().admits(sex, age)).orElse(true);
    }

    /** The sections that take such a person, those with the most room first. */
    public Stream<String> sectionsFor(Sex sex, AgeBand age) {
        return sections.values().stream()
                .filter(part -> !part.closed() && part.admits().admits(sex, age))
                .sorted(
                        Comparator.comparingInt(SectionPlaces::free)
                                .reversed()
                                .thenComparing(SectionPlaces::sectionId))
                .map(SectionPlaces::sectionId);
    }

    /** The same with more, or fewer, people and reservations at one of its places. */
    public Facility counting(@Nullable String section, Occupancy more) {
        return with(draft -> {
            draft.sections =
                    section == null
                            ? sections
                            : sections.plus(section, section(section).orElseThrow().counting(more));
            draft.occupancy = occupancy.plus(more);
        });
    }

    /**
     * The same, run otherwise.
     *
     * @param by the registered receiver that runs it; null for the operation itself
     * @param open whether who lives there may go
     * @param at when it became so, as told
     */
    public Facility run(@Nullable String by, boolean open, Instant at) {
        return with(draft -> {
            draft.authority = by;
            draft.mayLeave = open;
            draft.changedAt = at;
        });
    }

    /** The same with the last roll check of one of its places; one of before changes nothing. */
    public Facility checked(RollCheck roll) {
        RollCheck last = rolls.get(roll.section() == null ? "" : roll.section());
        if (last != null && last.at().isAfter(roll.at())) {
            return this;
        }
        return with(draft ->
                draft.rolls = rolls.plus(roll.section() == null ? "" : roll.section(), roll));
    }

    /** The same with another layout; whoever is there stays there. */
    public Facility laidOut(FacilityLayout layout) {
        return with(draft -> {
            draft.name = layout.name() == null ? name : layout.name();
            draft.admits = layout.admits() == null ? admits : layout.admits();
            draft.sections = parts(layout);
            draft.closed = layout.closed() == null ? closed : layout.closed();
        });
    }

    private PMap<String, SectionPlaces> parts(FacilityLayout layout) {
        PMap<String, SectionPlaces> parts = sections;
        for (Section section : layout.sections() == null ? List.<Section>of() : layout.sections()) {
            SectionPlaces before = parts.get(section.sectionId());
            parts =
                    parts.plus(
                            section.sectionId(),
                            before == null ? SectionPlaces.of(section) : before.as(section));
        }
        for (String id :
                layout.closedSections() == null ? List.<String>of() : layout.closedSections()) {
            SectionPlaces part = parts.get(id);
            parts = part == null ? parts : parts.plus(id, part.shut());
        }
        return parts;
    }

    public Facility propose() {
        return with(draft -> draft.proposed = proposed + 1);
    }

    public Facility settleProposal() {
        return with(draft -> draft.proposed = proposed - 1);
    }

    public Facility with(@Nullable String section, Capacity other) {
        return section == null
                ? with(draft -> draft.places = other)
                : with(draft ->
                        draft.sections =
                                sections.plus(section, section(section).orElseThrow().with(other)));
    }

    private Facility with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return new Facility(
                facilityId,
                draft.name,
                kind,
                draft.places,
                draft.admits,
                draft.authority,
                draft.sections,
                draft.occupancy,
                draft.proposed,
                draft.mayLeave,
                draft.changedAt,
                draft.closed,
                draft.rolls);
    }

    /** A copy that is being changed. */
    private static final class Draft {

        private String name;
        private Capacity places;
        private Admits admits;
        private @Nullable String authority;
        private PMap<String, SectionPlaces> sections;
        private Occupancy occupancy;
        private int proposed;
        private boolean mayLeave;
        private @Nullable Instant changedAt;
        private boolean closed;
        private PMap<String, RollCheck> rolls;

        private Draft(Facility from) {
            name = from.name;
            places = from.places;
            admits = from.admits;
            authority = from.authority;
            sections = from.sections;
            occupancy = from.occupancy;
            proposed = from.proposed;
            mayLeave = from.mayLeave;
            changedAt = from.changedAt;
            closed = from.closed;
            rolls = from.rolls;
        }
    }
}
