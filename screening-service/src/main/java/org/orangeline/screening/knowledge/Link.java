package org.orangeline.screening.knowledge;

import org.orangeline.events.model.FamilyRole;

/**
 * A family link as one of the two sees it.
 *
 * @param relative id of the other one
 * @param relation what the relative is to the person
 */
public record Link(String relative, FamilyRole relation) {

    /** The same link as the other one sees it; who is a child's parent or guardian cares for it. */
    static FamilyRole inverse(FamilyRole relation) {
        return switch (relation) {
            case PARENT, GUARDIAN -> FamilyRole.CHILD;
            case CHILD -> FamilyRole.PARENT;
            case SPOUSE, SIBLING, OTHER -> relation;
        };
    }
}
