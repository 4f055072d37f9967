/** Overrides by two people, pairs to be kept apart, and non-refoulement. */
@NullMarked
package org.orangeline.placement.safeguards;

import org.jspecify.annotations.NullMarked;
