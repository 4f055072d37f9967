/** Ages that are in dispute, and their assessment by two humans. */
@NullMarked
package org.orangeline.intake.ages;

import org.jspecify.annotations.NullMarked;
