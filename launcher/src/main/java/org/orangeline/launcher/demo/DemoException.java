package org.orangeline.launcher.demo;

/** The demo cannot go on; the message says why. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }
}
