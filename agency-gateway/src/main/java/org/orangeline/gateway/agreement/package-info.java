/** Agreements: what an agency may see, and the checks without which it sees nothing. */
@NullMarked
package org.orangeline.gateway.agreement;

import org.jspecify.annotations.NullMarked;
