/** What a tablet kept while it was offline: any commands, in order, each with its own outcome. */
@NullMarked
package org.orangeline.kit.batch;

import org.jspecify.annotations.NullMarked;
