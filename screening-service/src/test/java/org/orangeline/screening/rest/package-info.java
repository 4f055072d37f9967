/** REST calls of screening-service. */
@NullMarked
package org.orangeline.screening.rest;

import org.jspecify.annotations.NullMarked;
