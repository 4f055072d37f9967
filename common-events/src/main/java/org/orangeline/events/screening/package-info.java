/** Events of screening-service: lines and individual screenings. */
@NullMarked
package org.orangeline.events.screening;

import org.jspecify.annotations.NullMarked;
