/** Registers arrivals, keeps identities and families. */
@NullMarked
package org.orangeline.intake;

import org.jspecify.annotations.NullMarked;
