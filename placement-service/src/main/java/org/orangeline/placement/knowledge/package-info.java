/** What placement-service learned from intake and screening. */
@NullMarked
package org.orangeline.placement.knowledge;

import org.jspecify.annotations.NullMarked;
