/** Who may do what at a secured broker. */
@NullMarked
package org.orangeline.launcher.access;

import org.jspecify.annotations.NullMarked;
