/** What a receipt is and how it is checked offline; see {@code docs/tablets.md}. */
@NullMarked
package org.orangeline.events.receipt;

import org.jspecify.annotations.NullMarked;
