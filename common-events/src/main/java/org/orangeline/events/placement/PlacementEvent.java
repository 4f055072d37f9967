package org.orangeline.events.placement;

import org.orangeline.events.DomainEvent;

/**
 * What placement-service records: about a facility, a receiver, a convoy, one person, or a birth.
 */
public sealed interface PlacementEvent extends DomainEvent
        permits FacilityRegistered,
                FacilityChangeRequested,
                FacilityChanged,
                ReceiverRequested,
                ReceiverRegistered,
                CapacityChangeRequested,
                CapacityChanged,
                RollChecked,
                ConvoyPlanned,
                ConvoyDeparted,
                ConvoyArrived,
                ConvoyCancelled,
                BornInCustody,
                PersonPlacementEvent {}
