package org.orangeline.runtime.keys;

/** A key service does not answer, or not as it should; never quotes a key. */
public final class KeyServiceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyServiceException(String message) {
        super(message);
    }

    public KeyServiceException(String message, Throwable cause) {
        super(message, cause);
    }
}
