package org.orangeline.runtime.kafka;

/**
 * What an instance is to a partition.
 *
 * <pre>
 * FOLLOWING --assigned--> FENCING --fenced--> CATCHING_UP --confirmed--> LEADING
 *     ^                     ^  ^                  |                         |
 *     |                     |  +---- failed ------+------ fenced, failed ---+
 *     +------ revoked ------+------------------- revoked -------------------+
 * any --the log is not what it must be--> STOPPED
 * </pre>
 */
public enum Role {
    FOLLOWING,
    FENCING,
    CATCHING_UP,
    LEADING,
    STOPPED
}
