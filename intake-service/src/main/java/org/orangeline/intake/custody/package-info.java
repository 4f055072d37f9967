/** What placement-service tells: children born in custody, and who is in a place or no longer. */
@NullMarked
package org.orangeline.intake.custody;

import org.jspecify.annotations.NullMarked;
