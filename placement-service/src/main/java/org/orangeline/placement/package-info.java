/** Places people in camps or prisons, or releases them, on a human order. */
@NullMarked
package org.orangeline.placement;

import org.jspecify.annotations.NullMarked;
