package org.orangeline.events.model;

/**
 * A person's place in a family.
 *
 * @param groupId the family's id, made on the tablet; the same for all its members. The id of
 *     another tablet or officer than the one who used it first has its owner's code and a colon
 *     before it.
 * @param role the person's role in it
 */
public record FamilyTie(String groupId, FamilyRole role) {

    /**
     * Most members of one group. More who share an id are no family: a tablet gave strangers the
     * same. What looks at a child's family looks at all of them.
     */
    public static final int MOST_MEMBERS = 100;
}
