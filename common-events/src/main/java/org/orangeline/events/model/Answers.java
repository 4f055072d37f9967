package org.orangeline.events.model;

import java.util.List;

/** What a person answered in one go; it stands sealed only. */
public record Answers(List<Answer> answers) {

    public Answers {
        answers = List.copyOf(answers);
    }
}
