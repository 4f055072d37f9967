package org.orangeline.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Connections are shared out by address, so nobody can hold all that a service takes. */
@OnTheSharedSystem
class ConnectionSharesTest {

    private static final int SHARE = 500;
    private static final int MORE = 150;
    private static final Pattern REFUSED =
            Pattern.compile("(?m)^orangeline_connections_refused_total\\S* (\\S+)$");

    /** Another address of this machine; not every system has it. */
    private static final InetSocketAddress GREEDY = new InetSocketAddress("127.0.0.2", 0);

    private final RunningSystem system;

    ConnectionSharesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void one_address_holds_its_share_and_others_are_answered() throws IOException {
        assumeTrue(canBind(), "the system has one loopback address only");
        URI address = system.process(Service.SCREENING).address();
        List<Socket> open = new ArrayList<>();
        double before = refused();
        try {
            for (int i = 0; i < SHARE + MORE; i++) {
                open.add(connected(address));
            }
            Eventually.holds("those above the share are refused", () -> refused() - before >= MORE);
            assertThat(open.stream().filter(socket -> !isEnded(socket)).count())
                    .isBetween((long) SHARE / 2, (long) SHARE);
            system.api(Service.SCREENING).send(Call.get("operations")).expectProblem(404);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        Eventually.holds("the share is free again", () -> isAnswered(address));
    }

    private static boolean isAnswered(URI address) {
        try (Socket socket = connected(address)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(8), US_ASCII).equals("HTTP/1.1");
        } catch (IOException e) {
            return false;
        }
    }

    /** Idle ones end by themselves after a while, and count nowhere. */
    private double refused() {
        Matcher counter =
                REFUSED.matcher(
                        system.api(Service.SCREENING)
                                .send(Call.get("q/metrics"))
                                .expect(200)
                                .body());
        return counter.find() ? Double.parseDouble(counter.group(1)) : 0;
    }

    private static boolean canBind() {
        try (Socket socket = new Socket()) {
            socket.bind(GREEDY);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket connected(URI address) throws IOException {
        Socket socket = new Socket();
        socket.bind(GREEDY);
        socket.setSoTimeout(1);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        return socket;
    }

    private static boolean isEnded(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
