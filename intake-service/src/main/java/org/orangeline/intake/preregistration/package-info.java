/** Trucks and convoys that are counted before their people are registered. */
@NullMarked
package org.orangeline.intake.preregistration;

import org.jspecify.annotations.NullMarked;
