/** REST conventions of every service: who may call, bodies, problems, idempotent commands. */
@NullMarked
package org.orangeline.kit.rest;

import org.jspecify.annotations.NullMarked;
