package org.orangeline.events;

/** A confidential value that has not been sealed yet. It never prints what it holds. */
public record Clear<T>(T value) implements Confidential<T> {

    @Override
    public String toString() {
        return "Clear[…]";
    }
}
