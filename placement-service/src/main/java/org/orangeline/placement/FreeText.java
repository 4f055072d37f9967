package org.orangeline.placement;

/** Words of an officer or of the person: sealed in the log, and never printed. */
public record FreeText(String text) {

    @Override
    public String toString() {
        return "…";
    }
}
