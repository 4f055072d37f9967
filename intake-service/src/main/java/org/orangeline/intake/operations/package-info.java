/** Opening an operation. */
@NullMarked
package org.orangeline.intake.operations;

import org.jspecify.annotations.NullMarked;
