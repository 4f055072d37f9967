/** What is asked, as data that has versions. */
@NullMarked
package org.orangeline.screening.questionnaire;

import org.jspecify.annotations.NullMarked;
