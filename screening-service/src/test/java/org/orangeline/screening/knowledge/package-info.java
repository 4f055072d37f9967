/** What this service learns from intake and placement. */
@NullMarked
package org.orangeline.screening.knowledge;

import org.jspecify.annotations.NullMarked;
