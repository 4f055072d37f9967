/** The machine on Kafka: one writer per partition, group commit, takeover, replay. */
@NullMarked
package org.orangeline.runtime.kafka;

import org.jspecify.annotations.NullMarked;
