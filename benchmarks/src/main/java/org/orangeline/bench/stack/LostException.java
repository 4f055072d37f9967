package org.orangeline.bench.stack;

/** A run that has no figure: something was lost, doubled, refused, or never came. */
public final class LostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line
     */
    public LostException(String message) {
        super(message);
    }
}
