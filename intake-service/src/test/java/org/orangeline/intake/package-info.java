/** The deciders of intake-service as scenarios and histories. */
@NullMarked
package org.orangeline.intake;

import org.jspecify.annotations.NullMarked;
