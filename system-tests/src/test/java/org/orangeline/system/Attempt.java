package org.orangeline.system;

/** What somebody can try to do with a topic. */
enum Attempt {
    READ,
    WRITE,
    CREATE,
    DESCRIBE,
    DESCRIBE_CONFIGS,
    DELETE,
    ALTER_CONFIGS,
    ADD_PARTITIONS,
    CUT_OFF
}
