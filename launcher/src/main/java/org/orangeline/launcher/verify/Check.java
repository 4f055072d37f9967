package org.orangeline.launcher.verify;

/** One thing that must hold for a sound log. */
public interface Check {
    /** What it looks at, for the person who watches. */
    String name();

    /**
     * Looks at all of it; what is wrong goes to the findings and is no exception.
     *
     * @throws org.apache.kafka.common.KafkaException when the log cannot be reached
     */
    void run(Target target, Findings findings);
}
