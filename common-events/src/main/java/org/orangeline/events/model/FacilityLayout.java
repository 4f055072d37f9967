package org.orangeline.events.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be otherwise about a facility and its parts; null is as it is.
 *
 * @param name what people call it
 * @param admits whom it takes (rule P7)
 * @param sections new parts, and parts that are to be otherwise; a part that was closed is open
 *     again
 * @param closedSections parts that take nobody any more
 * @param closed whether the whole facility takes nobody any more
 */
public record FacilityLayout(
        @Nullable String name,
        @Nullable Admits admits,
        @Nullable List<Section> sections,
        @Nullable List<String> closedSections,
        @Nullable Boolean closed) {

    public FacilityLayout {
        sections = sections == null ? null : List.copyOf(sections);
        closedSections = closedSections == null ? null : List.copyOf(closedSections);
    }
}
