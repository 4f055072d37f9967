/** What reads are answered from. */
@NullMarked
package org.orangeline.intake.view;

import org.jspecify.annotations.NullMarked;
