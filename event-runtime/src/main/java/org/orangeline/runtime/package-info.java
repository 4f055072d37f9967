/**
 * What a service writes against: a pure {@link org.orangeline.runtime.Model} that decides and
 * folds, and the answers that come back. Nothing here knows a domain, a broker or a clock.
 */
@NullMarked
package org.orangeline.runtime;

import org.jspecify.annotations.NullMarked;
