/** Reading an identity without the right to, in an emergency: for a while, and reviewed. */
@NullMarked
package org.orangeline.intake.emergency;

import org.jspecify.annotations.NullMarked;
