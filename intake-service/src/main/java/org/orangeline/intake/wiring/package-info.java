/** Intake-service as a Quarkus application. */
@NullMarked
package org.orangeline.intake.wiring;

import org.jspecify.annotations.NullMarked;
