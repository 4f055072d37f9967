/** The commands of {@code ./orangeline}: a broker and the services on one machine. */
@NullMarked
package org.orangeline.launcher;

import org.jspecify.annotations.NullMarked;
