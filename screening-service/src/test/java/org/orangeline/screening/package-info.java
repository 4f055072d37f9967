/** How screening-service behaves. */
@NullMarked
package org.orangeline.screening;

import org.jspecify.annotations.NullMarked;
