/** Where a person waits: the grouping plan, and what an officer changes. */
@NullMarked
package org.orangeline.screening.history;

import org.jspecify.annotations.NullMarked;
