/** The tablets of an operation: invited, enrolled with a key of their own, revoked. */
@NullMarked
package org.orangeline.intake.devices;

import org.jspecify.annotations.NullMarked;
