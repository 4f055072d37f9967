/**
 * Agreements: what an agency may see, the checks without which it sees nothing, and the ids under
 * which it knows people.
 */
@NullMarked
package org.orangeline.agreement;

import org.jspecify.annotations.NullMarked;
