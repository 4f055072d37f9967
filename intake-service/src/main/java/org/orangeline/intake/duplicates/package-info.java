/** Registrations that may be, or are, of one person; merging and taking it back. */
@NullMarked
package org.orangeline.intake.duplicates;

import org.jspecify.annotations.NullMarked;
