package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.runtime.Actor;

/**
 * What the rules of a conclusion look at.
 *
 * @param recommendation the person's own open one
 * @param by who concludes or returns it
 */
public record Verdict(Optional<Recommendation> recommendation, Actor by) {}
