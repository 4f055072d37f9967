package org.orangeline.events.intake;

import org.orangeline.events.DomainEvent;

/**
 * What intake-service records: about an operation, a group that was announced, numbers, a tablet,
 * an erasure, an emergency access, or one person.
 */
public sealed interface IntakeEvent extends DomainEvent
        permits OperationOpened,
                GroupingPlanChanged,
                LegalProfileChanged,
                LegalProfileChangeRequested,
                GroupPreRegistered,
                PreRegistrationClosed,
                ErasureRequested,
                ErasureDeclined,
                EmergencyAccessTaken,
                EmergencyAccessReviewed,
                EmergencyAccessErased,
                NumberBlockLeased,
                NumberBlockExpired,
                DeviceInvited,
                DeviceEnrolled,
                DeviceCodeRejected,
                DeviceRevoked,
                PersonIntakeEvent {}
