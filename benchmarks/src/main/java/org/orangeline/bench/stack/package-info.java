/** The stack that is measured, and whether its log kept everything. */
@NullMarked
package org.orangeline.bench.stack;

import org.jspecify.annotations.NullMarked;
