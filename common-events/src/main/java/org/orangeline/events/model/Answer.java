package org.orangeline.events.model;

/**
 * An answer to one question; it stands in sealed values only.
 *
 * @param question id of the question
 * @param value as the question's kind has it: free text, a choice, {@code YES} or {@code NO}, an
 *     ISO date, a decimal number
 */
public record Answer(String question, String value) {

    @Override
    public String toString() {
        return "Answer[" + question + "]";
    }
}
