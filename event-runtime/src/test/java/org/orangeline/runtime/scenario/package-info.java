/**
 * How the services' tests tell what happened, what was asked and what came of it: {@link
 * org.orangeline.runtime.scenario.Scenario} for one decision, {@link
 * org.orangeline.runtime.scenario.ModelHistory} for long random ones. No broker.
 */
@NullMarked
package org.orangeline.runtime.scenario;

import org.jspecify.annotations.NullMarked;
