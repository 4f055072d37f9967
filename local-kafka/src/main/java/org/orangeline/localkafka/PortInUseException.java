package org.orangeline.localkafka;

/** Somebody else listens on a port that the broker was told to use. */
public final class PortInUseException extends BrokerException {
    private static final long serialVersionUID = 1L;

    private final int port;

    /**
     * @param port the port that is taken
     * @param user what wanted it, for the message
     */
    public PortInUseException(int port, String user) {
        super("port " + port + " is in use, " + user + " needs it");
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
