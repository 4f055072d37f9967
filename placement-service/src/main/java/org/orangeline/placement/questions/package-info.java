/** Standing placements that break a rule since a fact changed (rule P14). */
@NullMarked
package org.orangeline.placement.questions;

import org.jspecify.annotations.NullMarked;
