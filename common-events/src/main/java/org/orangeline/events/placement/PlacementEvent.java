package org.orangeline.events.placement;

import org.orangeline.events.DomainEvent;

/** What placement-service records: about a facility, or about one person. */
public sealed interface PlacementEvent extends DomainEvent
        permits FacilityRegistered, PersonPlacementEvent {}
