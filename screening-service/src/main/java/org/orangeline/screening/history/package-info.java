/** What a log tells of the rules of lines and screening (L2, S4, S5). */
@NullMarked
package org.orangeline.screening.history;

import org.jspecify.annotations.NullMarked;
