/** What an operation carries as data: its grouping plan and its legal profile. */
@NullMarked
package org.orangeline.events.plan;

import org.jspecify.annotations.NullMarked;
