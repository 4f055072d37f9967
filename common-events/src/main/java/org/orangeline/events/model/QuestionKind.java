package org.orangeline.events.model;

/** What an answer to a question looks like. */
public enum QuestionKind {
    TEXT,
    CHOICE,
    YES_NO,
    DATE,
    NUMBER
}
