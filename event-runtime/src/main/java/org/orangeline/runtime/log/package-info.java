/** Reading the log: records, merge by sequence, index, positions. */
@NullMarked
package org.orangeline.runtime.log;

import org.jspecify.annotations.NullMarked;
