/** The feed for agencies. */
@NullMarked
package org.orangeline.gateway.rest;

import org.jspecify.annotations.NullMarked;
