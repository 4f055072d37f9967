package org.orangeline.events.model;

/**
 * A part of a facility with places and people of its own.
 *
 * @param sectionId slug, unique in the facility
 * @param capacity working capacity in places
 * @param admits whom it takes (rule P7)
 */
public record Section(String sectionId, String name, int capacity, Admits admits) {}
