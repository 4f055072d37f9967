package org.orangeline.placement.rest;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.SectionPlaces;

/**
 * A facility and how full it is.
 *
 * @param authority code of the receiver that runs it; missing for the operation itself
 * @param capacity working places
 * @param certified places that the authority allows
 * @param blocked working places that are out of use for now
 * @param reserved ordered and not yet admitted
 * @param present inside, those included who are away for a time
 * @param absent away for a time
 * @param free can still be ordered
 * @param mayLeave whether who lives there may go
 * @param closed whether it takes nobody any more
 */
@Schema(name = "FacilityState")
public record FacilityView(
        String facilityId,
        String name,
        FacilityKind kind,
        @Nullable String authority,
        int capacity,
        int certified,
        int blocked,
        int reserved,
        int present,
        int absent,
        int free,
        boolean mayLeave,
        boolean closed,
        Admits admits,
        List<SectionView> sections) {

    static FacilityView of(Facility facility) {
        return new FacilityView(
                facility.facilityId(),
                facility.name(),
                facility.kind(),
                facility.authority(),
                facility.capacity(),
                facility.places().certified(),
                facility.places().blocked(),
                facility.reserved(),
                facility.present(),
                facility.occupancy().absent(),
                facility.free(),
                facility.mayLeave(),
                facility.closed(),
                facility.admits(),
                facility.sections().values().stream()
                        .sorted(Comparator.comparing(SectionPlaces::sectionId))
                        .map(SectionView::of)
                        .toList());
    }

    /** A part of the facility; its people count in the facility too. */
    @Schema(name = "SectionState")
    public record SectionView(
            String sectionId,
            String name,
            int capacity,
            int blocked,
            int reserved,
            int present,
            int free,
            Admits admits,
            boolean family,
            boolean closed) {

        /** In a cell of a spreadsheet. */
        @Override
        public String toString() {
            return sectionId + ":" + present + "/" + capacity;
        }

        static SectionView of(SectionPlaces section) {
            return new SectionView(
                    section.sectionId(),
                    section.name(),
                    section.capacity().working(),
                    section.capacity().blocked(),
                    section.occupancy().reserved(),
                    section.occupancy().present(),
                    section.free(),
                    section.admits(),
                    section.family(),
                    section.closed());
        }
    }
}
