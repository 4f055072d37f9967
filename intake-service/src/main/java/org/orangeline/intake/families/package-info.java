/** Who belongs to whom, across lines and groups, and which children are alone. */
@NullMarked
package org.orangeline.intake.families;

import org.jspecify.annotations.NullMarked;
