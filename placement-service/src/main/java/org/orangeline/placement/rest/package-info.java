/** REST calls of placement-service. */
@NullMarked
package org.orangeline.placement.rest;

import org.jspecify.annotations.NullMarked;
