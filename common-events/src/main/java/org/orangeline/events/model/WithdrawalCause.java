package org.orangeline.events.model;

/** Why a proposal no longer counts. */
public enum WithdrawalCause {
    /** There is another finding, or none that stands. */
    FINDING,
    /** The person may be a child, or no longer is one. */
    AGE,
    /** The person left or died. */
    NOT_HERE,
    /** The record went into another one. */
    MERGED,
    /** A human ordered the person to a place. */
    ORDERED,
    /** The person was released, or otherwise left the place. */
    PLACEMENT_ENDED,
    /** The relative beside whom it was goes elsewhere. */
    RELATIVE,
    /** A review says otherwise. */
    REVIEW
}
