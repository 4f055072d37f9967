/** Tests of the uploads of tablets. */
@NullMarked
package org.orangeline.kit.batch;

import org.jspecify.annotations.NullMarked;
