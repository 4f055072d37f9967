/**
 * Black-box tests: a real broker, the packaged services as processes, HTTP from outside, and the
 * log as it lies on disk. What only a running system can show.
 */
@NullMarked
package org.orangeline.system;

import org.jspecify.annotations.NullMarked;
