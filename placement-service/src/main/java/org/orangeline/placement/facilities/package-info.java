/** Camps, prisons and other places, and how full they are. */
@NullMarked
package org.orangeline.placement.facilities;

import org.jspecify.annotations.NullMarked;
