package org.orangeline.intake.families;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.intake.operations.OperationState;

/**
 * The link between two persons, with the registrations that it was made for: a person who goes by
 * one registration may be linked under another that leads to it.
 *
 * @param from whose event made it
 * @param to the other side
 */
record LinkBetween(UUID linkId, UUID from, UUID to) {

    static Optional<LinkBetween> find(OperationState state, UUID person, UUID relative) {
        for (String mine : state.merges().registrations(person.toString())) {
            for (String theirs : state.merges().registrations(relative.toString())) {
                Link link = state.families().linksOf(mine).get(theirs);
                if (link != null && !link.ended()) {
                    UUID from = link.from();
                    UUID to = UUID.fromString(from.toString().equals(mine) ? theirs : mine);
                    return Optional.of(new LinkBetween(link.linkId(), from, to));
                }
            }
        }
        return Optional.empty();
    }
}
