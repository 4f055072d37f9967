/** What the software proposes; a human decides. */
@NullMarked
package org.orangeline.placement.proposals;

import org.jspecify.annotations.NullMarked;
