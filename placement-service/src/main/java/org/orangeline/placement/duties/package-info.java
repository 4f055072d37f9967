/** Reviews, cards, notices, reasons told and appeals, and what of them is overdue. */
@NullMarked
package org.orangeline.placement.duties;

import org.jspecify.annotations.NullMarked;
