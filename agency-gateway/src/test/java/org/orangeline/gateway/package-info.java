/** Tests of the core, without a broker. */
@NullMarked
package org.orangeline.gateway;

import org.jspecify.annotations.NullMarked;
