package org.orangeline.events.model;

import java.util.List;

/**
 * One question of a questionnaire.
 *
 * @param id what answers name
 * @param text how it is asked, once for each language
 * @param choices codes that an answer may have; empty unless the kind is CHOICE
 * @param required whether a screening is incomplete without an answer to it
 */
public record Question(
        String id, List<Wording> text, QuestionKind kind, List<String> choices, boolean required) {

    public Question {
        text = List.copyOf(text);
        choices = List.copyOf(choices);
    }
}
