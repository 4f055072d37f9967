package org.orangeline.intake.families;

import java.util.UUID;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.model.FamilyRole;

/**
 * A link as one of its two sides sees it.
 *
 * @param from the person whose event it is
 * @param relation what the other side is to this one
 * @param ended whether it was removed: it binds nobody any more, and still tells whom to look at
 */
public record Link(UUID linkId, UUID from, FamilyRole relation, boolean ended) {

    static Link of(FamilyLinked event) {
        return new Link(event.linkId(), event.personId(), event.relation(), false);
    }

    static Link inverse(FamilyLinked event) {
        return new Link(event.linkId(), event.personId(), event.relation().inverse(), false);
    }

    Link end() {
        return new Link(linkId, from, relation, true);
    }
}
