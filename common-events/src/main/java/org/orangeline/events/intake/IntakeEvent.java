package org.orangeline.events.intake;

import org.orangeline.events.DomainEvent;

/** What intake-service records. */
public sealed interface IntakeEvent extends DomainEvent
        permits OperationOpened, PersonArrived, PersonDetailsCorrected {}
