/** Reading and telling feeds. */
@NullMarked
package org.orangeline.gateway.stream;

import org.jspecify.annotations.NullMarked;
