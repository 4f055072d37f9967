/** What people hand over for safe keeping. */
@NullMarked
package org.orangeline.intake.property;

import org.jspecify.annotations.NullMarked;
