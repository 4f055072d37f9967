package org.orangeline.events.intake;

import java.util.UUID;

/**
 * The registration of a child whose birth in custody was withdrawn by two humans: there is no such
 * person. The record leaves lists, searches and counts; its history stays (rule P18).
 *
 * @param withdrawalId the request in placement-service
 * @param requestedBy who asked for it. A subject id, never a name
 */
public record RegistrationWithdrawn(UUID personId, UUID withdrawalId, String requestedBy)
        implements PersonIntakeEvent {}
