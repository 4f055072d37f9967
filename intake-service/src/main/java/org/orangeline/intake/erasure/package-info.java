/** Identities that are erased for good, by two humans. */
@NullMarked
package org.orangeline.intake.erasure;

import org.jspecify.annotations.NullMarked;
