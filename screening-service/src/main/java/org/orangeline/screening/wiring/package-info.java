/** Screening-service as a Quarkus application. */
@NullMarked
package org.orangeline.screening.wiring;

import org.jspecify.annotations.NullMarked;
