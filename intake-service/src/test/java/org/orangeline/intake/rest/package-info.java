/** REST calls of intake-service. */
@NullMarked
package org.orangeline.intake.rest;

import org.jspecify.annotations.NullMarked;
