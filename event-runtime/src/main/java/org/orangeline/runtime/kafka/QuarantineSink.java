package org.orangeline.runtime.kafka;

import org.orangeline.runtime.log.LogRecord;

/** Where a record goes whose headers can be read and whose value cannot. */
@FunctionalInterface
public interface QuarantineSink {

    /**
     * @param reason why it cannot be read; never its content
     */
    void accept(LogRecord record, String reason);
}
