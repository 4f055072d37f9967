package org.orangeline.events.model;

/**
 * A question that was asked and has no answer.
 *
 * @param question id of the question
 * @param reason why there is none
 */
public record NotAnswered(String question, Reason reason) {

    /** Why a question has no answer. */
    public enum Reason {
        /** The person did not want to answer. */
        DECLINED,
        /** The person could not: does not know, too young, too ill. */
        UNABLE
    }
}
