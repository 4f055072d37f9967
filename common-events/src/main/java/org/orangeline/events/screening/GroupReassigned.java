package org.orangeline.events.screening;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * An officer moved a person to another line (rule L3).
 *
 * @param reason why, sealed on the wire
 */
public record GroupReassigned(
        UUID personId, String from, String group, String line, Confidential<String> reason)
        implements PersonScreeningEvent {}
