@NullMarked
package org.orangeline.events.receipt;

import org.jspecify.annotations.NullMarked;
