package org.orangeline.placement.orders;

import org.jspecify.annotations.Nullable;

/**
 * Where a person is placed.
 *
 * @param section null where the facility has none
 */
public record Place(String facilityId, @Nullable String section) {}
