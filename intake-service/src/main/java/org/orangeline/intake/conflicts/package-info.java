/** Corrections of one field by people who did not see each other's: both kept, a human settles. */
@NullMarked
package org.orangeline.intake.conflicts;

import org.jspecify.annotations.NullMarked;
