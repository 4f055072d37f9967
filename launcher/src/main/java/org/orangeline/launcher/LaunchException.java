package org.orangeline.launcher;

/**
 * Something that the person at the keyboard can put right. The message is one line and says what;
 * the command ends with exit code 2.
 */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message one line, in the words of the reader
     */
    public LaunchException(String message) {
        super(message);
    }

    /**
     * @param message one line, in the words of the reader
     * @param cause what the machine said
     */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
