/** Blocks of registration numbers that tablets give while they are offline. */
@NullMarked
package org.orangeline.intake.numbers;

import org.jspecify.annotations.NullMarked;
