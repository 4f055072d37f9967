/** What happens to people in a facility: absences, births, deaths, escapes, hand-overs. */
@NullMarked
package org.orangeline.placement.custody;

import org.jspecify.annotations.NullMarked;
