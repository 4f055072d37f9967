package org.orangeline.events.model;

/**
 * A person's place in a family.
 *
 * @param groupId the family's id, made on the tablet; the same for all its members
 * @param role the person's role in it
 */
public record FamilyTie(String groupId, FamilyRole role) {}
