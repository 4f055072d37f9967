package org.orangeline.screening.knowledge;

import java.time.Instant;

/**
 * That a person is in no line any more, by placement-service's record.
 *
 * @param since when it was recorded
 */
public record Away(Whereabouts where, Instant since) {}
