/** The screening of one person: recommended by one officer, concluded by another. */
@NullMarked
package org.orangeline.screening.screening;

import org.jspecify.annotations.NullMarked;
