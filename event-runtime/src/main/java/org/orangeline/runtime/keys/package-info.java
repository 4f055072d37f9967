/** A key per person: sealing and opening confidential values. */
@NullMarked
package org.orangeline.runtime.keys;

import org.jspecify.annotations.NullMarked;
