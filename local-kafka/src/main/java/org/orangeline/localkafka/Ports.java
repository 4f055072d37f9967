package org.orangeline.localkafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine's loopback address. */
public final class Ports {
    private static final int CONNECT_MILLIS = 500;

    /**
     * Below the ports that systems give to connections on their way out: one of those could be
     * taken before it is used.
     */
    private static final int LOWEST = 11_000;

    private static final int HIGHEST = 31_000;
    private static final int ATTEMPTS = 100;

    private Ports() {}

    /**
     * A port that nobody listens on now. Somebody may take it before it is used; for tests and
     * local stacks that is rare enough.
     */
    public static int free() {
        return free(1).getFirst();
    }

    /** So many of them, no two the same: asked for one by one, the same may be given twice. */
    public static List<Integer> free(int count) {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                taken.add(bound());
            }
            return taken.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            taken.forEach(Ports::close);
        }
    }

    private static ServerSocket bound() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                return new ServerSocket(port, 1, loopback());
            } catch (IOException e) {
                // Somebody has it; the next one.
            }
        }
        return new ServerSocket(0, 1, loopback());
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails early, with one readable line, rather than late in a child's log.
     *
     * @param port the port to be used
     * @param user what wants it, for the message
     */
    public static void requireFree(int port, String user) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new PortInUseException(port, user);
        }
    }

    /** Whether somebody accepts connections on this port now. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    // Not getLoopbackAddress(): that may be ::1, and the broker listens on 127.0.0.1.
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }
}
