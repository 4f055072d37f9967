package org.orangeline.screening.lines;

import java.time.Instant;

/**
 * What the line officer is asked to look at: the rules would say another line now.
 *
 * @param suggested code of the group
 * @param because id of the rule
 * @param cause {@code ce_id} of the event that brought it about
 */
public record Suggestion(String suggested, String because, String cause, Instant at) {}
