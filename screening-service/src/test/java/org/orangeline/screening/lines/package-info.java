/** Where a person waits: the grouping plan, and what an officer changes. */
@NullMarked
package org.orangeline.screening.lines;

import org.jspecify.annotations.NullMarked;
