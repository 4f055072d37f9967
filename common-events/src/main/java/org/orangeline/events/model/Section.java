package org.orangeline.events.model;

import org.jspecify.annotations.Nullable;

/**
 * A part of a facility with places and people of its own.
 *
 * @param sectionId slug, unique in the facility
 * @param capacity working capacity in places
 * @param admits whom it takes (rule P7)
 * @param family whether it has quarters per family, so that men and women of different families may
 *     be in it (rule P7); null means that it has not
 */
public record Section(
        String sectionId, String name, int capacity, Admits admits, @Nullable Boolean family) {

    /** A section without quarters per family. */
    public Section(String sectionId, String name, int capacity, Admits admits) {
        this(sectionId, name, capacity, admits, null);
    }
}
