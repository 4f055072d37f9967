package org.orangeline.intake.families;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.model.FamilyRole;

/**
 * A link as one of its two sides sees it.
 *
 * @param from the person whose event it is
 * @param relation what the other side is to this one
 * @param ended whether it was removed: it binds nobody any more, and still tells whom to look at
 * @param by who stated it
 * @param removalAskedBy the first human who said that it is wrong, while a second one has to; null
 *     for none
 * @param atBirth whether it was recorded with a birth in custody: then nobody doubts the mother
 */
public record Link(
        UUID linkId,
        UUID from,
        FamilyRole relation,
        boolean ended,
        String by,
        @Nullable String removalAskedBy,
        boolean atBirth) {

    static Link of(FamilyLinked event, String by, boolean atBirth) {
        return new Link(
                event.linkId(), event.personId(), event.relation(), false, by, null, atBirth);
    }

    Link inverse() {
        return new Link(linkId, from, relation.inverse(), ended, by, removalAskedBy, atBirth);
    }

    Link end() {
        return new Link(linkId, from, relation, true, by, removalAskedBy, atBirth);
    }

    Link doubted(String human) {
        return new Link(linkId, from, relation, ended, by, human, atBirth);
    }
}
