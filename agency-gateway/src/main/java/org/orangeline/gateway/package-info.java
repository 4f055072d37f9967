/** Tells each agency what its agreement allows. */
@NullMarked
package org.orangeline.gateway;

import org.jspecify.annotations.NullMarked;
