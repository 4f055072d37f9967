package org.orangeline.runtime.log;

/** The log is not what it must be. Never skipped: it stops the partition until a human looked. */
public final class LogFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogFault(String message) {
        super(message);
    }

    public LogFault(String message, Throwable cause) {
        super(message, cause);
    }
}
