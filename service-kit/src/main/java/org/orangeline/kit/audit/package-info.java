/** Who read what about whom: written before the answer leaves, never with the data itself. */
@NullMarked
package org.orangeline.kit.audit;

import org.jspecify.annotations.NullMarked;
