package org.orangeline.placement.facilities;

import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Section;

/**
 * A section and how full it is.
 *
 * @param family whether it has quarters per family (rule P7)
 */
public record SectionPlaces(
        String sectionId,
        String name,
        Capacity capacity,
        Admits admits,
        boolean family,
        Occupancy occupancy) {

    static SectionPlaces of(Section section) {
        return new SectionPlaces(
                section.sectionId(),
                section.name(),
                Capacity.of(section.capacity()),
                section.admits(),
                Boolean.TRUE.equals(section.family()),
                Occupancy.NONE);
    }

    /** Places that can still be ordered; never below 0. */
    public int free() {
        return Math.max(0, capacity.usable() - occupancy.taken());
    }

    int excess() {
        return Math.max(0, occupancy.taken() - capacity.usable());
    }

    SectionPlaces with(Capacity other) {
        return new SectionPlaces(sectionId, name, other, admits, family, occupancy);
    }

    SectionPlaces counting(Occupancy more) {
        return new SectionPlaces(sectionId, name, capacity, admits, family, occupancy.plus(more));
    }
}
