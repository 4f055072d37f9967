/** Moves of people who are placed. */
@NullMarked
package org.orangeline.placement.transfers;

import org.jspecify.annotations.NullMarked;
