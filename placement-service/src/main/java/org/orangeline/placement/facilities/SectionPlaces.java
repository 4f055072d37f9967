package org.orangeline.placement.facilities;

import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Section;

/**
 * A section and how full it is.
 *
 * @param family whether it has quarters per family (rule P7)
 * @param closed whether it takes nobody any more
 */
public record SectionPlaces(
        String sectionId,
        String name,
        Capacity capacity,
        Admits admits,
        boolean family,
        Occupancy occupancy,
        boolean closed) {

    static SectionPlaces of(Section section) {
        return new SectionPlaces(
                section.sectionId(),
                section.name(),
                Capacity.of(section.capacity()),
                section.admits(),
                Boolean.TRUE.equals(section.family()),
                Occupancy.NONE,
                false);
    }

    /** The same part, named and for whom it is to be from now on; open. */
    SectionPlaces as(Section other) {
        return new SectionPlaces(
                sectionId,
                other.name(),
                capacity,
                other.admits(),
                Boolean.TRUE.equals(other.family()),
                occupancy,
                false);
    }

    SectionPlaces shut() {
        return new SectionPlaces(sectionId, name, capacity, admits, family, occupancy, true);
    }

    /** Places that can still be ordered; never below 0. */
    public int free() {
        return closed ? 0 : Math.max(0, capacity.usable() - occupancy.taken());
    }

    int excess() {
        return Math.max(0, occupancy.taken() - (closed ? 0 : capacity.usable()));
    }

    SectionPlaces with(Capacity other) {
        return new SectionPlaces(sectionId, name, other, admits, family, occupancy, closed);
    }

    SectionPlaces counting(Occupancy more) {
        return new SectionPlaces(
                sectionId, name, capacity, admits, family, occupancy.plus(more), closed);
    }
}
