package org.orangeline.placement.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nobody knows where a person is (rule P17).
 *
 * @param convoyId the convoy that the person left with and did not arrive in, or null
 */
public record Missing(@Nullable UUID convoyId) {}
