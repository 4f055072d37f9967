package org.orangeline.events.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.SensitiveNeeds;

/**
 * Something was said of a person's sensitive needs. Only those who protect people read what, and
 * nobody else is shown that it was recorded.
 *
 * @param needs which, sealed on the wire
 * @param reason why, sealed on the wire; null where it came with an arrival
 */
public record SensitiveNeedsRecorded(
        UUID personId, Confidential<SensitiveNeeds> needs, @Nullable Confidential<String> reason)
        implements PersonIntakeEvent {}
