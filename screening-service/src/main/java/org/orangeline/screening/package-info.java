/** Assigns the waiting line and keeps the individual screening. */
@NullMarked
package org.orangeline.screening;

import org.jspecify.annotations.NullMarked;
