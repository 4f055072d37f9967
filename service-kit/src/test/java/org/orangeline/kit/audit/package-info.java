/** Tests of the audit of reads. */
@NullMarked
package org.orangeline.kit.audit;

import org.jspecify.annotations.NullMarked;
