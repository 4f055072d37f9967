package org.orangeline.events.placement;

import org.orangeline.events.DomainEvent;

/** What placement-service records: about a facility, about one person, or about a birth. */
public sealed interface PlacementEvent extends DomainEvent
        permits FacilityRegistered, BornInCustody, PersonPlacementEvent {}
