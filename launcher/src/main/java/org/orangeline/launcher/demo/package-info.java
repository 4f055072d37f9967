/**
 * A simulated exodus against the running services, over HTTP like any tablet or desk: arrival,
 * lines, screening, placement; and what must hold at its end.
 */
@NullMarked
package org.orangeline.launcher.demo;

import org.jspecify.annotations.NullMarked;
