package org.orangeline.agreement;

/** An agreement that cannot be used: no feed. The message names what is wrong, and no person. */
public final class AgreementException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AgreementException(String message) {
        super(message);
    }
}
