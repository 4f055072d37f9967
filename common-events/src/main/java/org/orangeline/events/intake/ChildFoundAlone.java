package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.model.Loneliness;

/**
 * A child, or a person who may be one, has neither parent nor guardian here, as far as is known.
 */
public record ChildFoundAlone(UUID personId, Loneliness kind) implements PersonIntakeEvent {}
