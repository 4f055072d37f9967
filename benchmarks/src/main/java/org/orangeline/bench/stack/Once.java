package org.orangeline.bench.stack;

import java.io.IOException;
import java.net.URI;
import org.orangeline.bench.load.Connection;

/** A single call. */
public final class Once {
    private Once() {}

    /**
     * Sends it on a connection of its own.
     *
     * @throws LostException when there is no answer
     */
    public static Answer send(URI address, byte[] request) {
        try (Connection connection = new Connection(address)) {
            int status = connection.send(request);
            return new Answer(status, connection.body());
        } catch (IOException e) {
            throw new LostException(address + " does not answer: " + e.getMessage());
        }
    }

    /**
     * What came back.
     *
     * @param status HTTP status
     * @param body as it came
     */
    @SuppressWarnings("ArrayRecordComponent") // Read once.
    public record Answer(int status, byte[] body) {}
}
