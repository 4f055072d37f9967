/** Sensitive needs: what only those who protect people read. */
@NullMarked
package org.orangeline.intake.needs;

import org.jspecify.annotations.NullMarked;
