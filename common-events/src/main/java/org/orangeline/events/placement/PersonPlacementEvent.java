package org.orangeline.events.placement;

import java.util.UUID;

/** A placement event about one person. */
public sealed interface PersonPlacementEvent extends PlacementEvent
        permits PlacementProposed,
                PlacementOrdered,
                PlacementCancelled,
                PlacementQuestioned,
                PlacedInDetention,
                ShelterProvided,
                ReleasedFromDetention {

    UUID personId();

    @Override
    default String subject() {
        return personId().toString();
    }
}
