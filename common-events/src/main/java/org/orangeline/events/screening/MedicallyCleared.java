package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A clinician says that a person who needs urgent care may be questioned (rule S4). It holds until
 * a later correction adds the need again.
 *
 * @param clinician the clinician's code, never a name
 * @param note what to mind, sealed on the wire
 * @param at when the clinician said so, where that was told; null means when it was recorded
 */
public record MedicallyCleared(
        UUID personId, String clinician, @Nullable Confidential<String> note, @Nullable Instant at)
        implements PersonScreeningEvent {}
