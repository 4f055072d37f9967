package org.orangeline.events.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Section;

/**
 * A camp, prison or other place was registered.
 *
 * @param facilityId slug, unique in the operation
 * @param capacity working capacity in places; never ordered over (rule P1)
 * @param admits whom it takes (rule P7)
 * @param sections its parts; null or empty when it has none
 * @param authority code of the registered receiver that runs it (rule P9); null for the operation
 *     itself
 * @param mayLeave false where nobody may leave, so that shelter there is deprivation of liberty;
 *     null means that people may
 */
public record FacilityRegistered(
        String facilityId,
        String name,
        FacilityKind kind,
        int capacity,
        Admits admits,
        @Nullable List<Section> sections,
        @Nullable String authority,
        @Nullable Boolean mayLeave)
        implements PlacementEvent {

    public FacilityRegistered {
        sections = sections == null ? null : List.copyOf(sections);
    }

    /** One that people may leave. */
    public FacilityRegistered(
            String facilityId,
            String name,
            FacilityKind kind,
            int capacity,
            Admits admits,
            @Nullable List<Section> sections,
            @Nullable String authority) {
        this(facilityId, name, kind, capacity, admits, sections, authority, null);
    }

    @Override
    public String subject() {
        return facilityId;
    }
}
