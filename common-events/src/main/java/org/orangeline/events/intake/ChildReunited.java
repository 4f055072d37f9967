package org.orangeline.events.intake;

import java.util.UUID;

/**
 * A child that was alone has a parent or guardian again.
 *
 * @param carerId the parent or guardian
 */
public record ChildReunited(UUID personId, UUID carerId) implements PersonIntakeEvent {}
