package org.orangeline.screening.knowledge;

import org.orangeline.events.model.FamilyRole;

/**
 * A family link as one of the two sees it.
 *
 * @param relative id of the other one
 * @param relation what the relative is to the person
 */
public record Link(String relative, FamilyRole relation) {}
