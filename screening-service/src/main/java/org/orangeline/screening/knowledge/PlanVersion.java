package org.orangeline.screening.knowledge;

import org.orangeline.events.plan.GroupingPlan;

/**
 * A grouping plan that another one took the place of. Who was assigned by it stays where the plan
 * of that day said.
 *
 * @param until sequence of intake's event that changed it
 */
public record PlanVersion(long until, GroupingPlan plan) {}
