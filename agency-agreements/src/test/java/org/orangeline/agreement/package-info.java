@NullMarked
package org.orangeline.agreement;

import org.jspecify.annotations.NullMarked;
