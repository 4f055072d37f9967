/** Reads the whole log and says whether it is sound. */
@NullMarked
package org.orangeline.launcher.verify;

import org.jspecify.annotations.NullMarked;
