package org.orangeline.bench.flood;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orangeline.bench.load.Connection;

/** A flood that goes on: its senders, and what they were answered. */
final class Attack implements AutoCloseable {

    /** Another address than that of the others: a service counts by address. */
    private static final String FROM = "127.0.0.2";

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LOOK_MILLIS = 1_000;

    /** A sender who was cut off tries again as soon as a program would. */
    private static final long AGAIN_MILLIS = 50;

    private final URI target;
    private final List<Thread> senders = new ArrayList<>();
    private final Map<String, Long> answers = new TreeMap<>();
    private volatile boolean over;

    private Attack(URI target) {
        this.target = target;
    }

    static Attack begin(Flood flood) {
        Attack attack = new Attack(flood.target());
        for (int i = 0; i < flood.threads(); i++) {
            attack.senders.add(Thread.ofVirtual().start(() -> attack.run(flood.turn())));
        }
        return attack;
    }

    private void run(Flood.Turn turn) {
        try {
            while (!over) {
                try {
                    turn.send(this);
                } catch (IOException e) {
                    count("cut off");
                    Thread.sleep(AGAIN_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            // The flood is over.
        }
    }

    /** Whether it should end. */
    boolean isOver() {
        return over;
    }

    /** A connection for whole requests. */
    Connection connection() throws IOException {
        return new Connection(target, new InetSocketAddress(FROM, 0));
    }

    /** A connection for what is no request. */
    Socket socket() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(FROM, 0));
        socket.setSoTimeout(LOOK_MILLIS);
        socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), CONNECT_MILLIS);
        return socket;
    }

    /** Sends whole requests on a connection until the flood is over. */
    void keepSending(byte[] request) throws IOException {
        try (Connection connection = connection()) {
            while (!over) {
                answered(connection.send(request));
            }
        }
    }

    /** Reads a status line, if it comes. */
    void awaitStatus(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes(12);
        if (start.length < 12) {
            throw new IOException("closed");
        }
        answered(Integer.parseInt(new String(start, 9, 3, StandardCharsets.US_ASCII)));
    }

    void answered(int status) {
        count(String.valueOf(status));
    }

    private synchronized void count(String answer) {
        answers.merge(answer, 1L, Long::sum);
    }

    /** How often each answer came, in one line. */
    synchronized String tally() {
        return answers.toString();
    }

    @Override
    public void close() {
        over = true;
        senders.forEach(Thread::interrupt);
        for (Thread sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
