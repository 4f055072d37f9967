/** What reads are answered from. */
@NullMarked
package org.orangeline.screening.view;

import org.jspecify.annotations.NullMarked;
