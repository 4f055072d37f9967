package org.orangeline.events.model;

/** Whether a person would be in danger with a receiver (rule P9). */
public enum Risk {
    NO_SUBSTANTIAL_RISK,
    RISK
}
