package org.orangeline.localkafka;

/** The broker could not be started; the message is meant to be read by the person who tried. */
public class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what went wrong, in the words of the reader
     */
    public BrokerException(String message) {
        super(message);
    }

    /**
     * @param message what went wrong, in the words of the reader
     * @param cause what the machine said
     */
    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
