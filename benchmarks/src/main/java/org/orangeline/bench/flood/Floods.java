package org.orangeline.bench.flood;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import org.orangeline.bench.load.Requests;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Every kind of flood: first those that anybody can send, then those of a caller with a token. */
final class Floods {
    private static final String PATH = "/operations/" + BenchStack.OPERATION;
    private static final String OPEN_CALL = PATH + "/devices/nobody/challenge";
    private static final String AGENCY = "camp-management";
    private static final int DRIP_MILLIS = 500;
    private static final int HOLD_AGAIN_MILLIS = 1_000;

    private final BenchStack stack;
    private final URI intake;
    private final String someone;
    private final Uploads uploads;

    /**
     * @param someone a person who was registered
     * @param uploads what a tablet sends
     */
    Floods(BenchStack stack, String someone, Uploads uploads) {
        this.stack = stack;
        this.intake = stack.address(Service.INTAKE);
        this.someone = someone;
        this.uploads = uploads;
    }

    List<Flood> all() {
        Requests nobody = new Requests(intake, "");
        Requests auditor = stack.as(Service.INTAKE, "Azad Baran", Role.AUDITOR);
        Requests officer = stack.as(Service.INTAKE, "Karim Haddad", Role.INTAKE_OFFICER);
        String search = "{\"name\":\"Alba al-Dana\",\"limit\":200}";
        String list = "{\"sex\":\"FEMALE\",\"limit\":200}";
        return List.of(
                flood("bodies of 19 MB", 64, Floods::body),
                flood("idle connections", 2_000, Floods::hold),
                flood("half-sent heads", 2_000, attack -> drip(attack, head("GET", "/nothing"))),
                flood("bodies byte by byte", 400, attack -> drip(attack, openCall(60_000))),
                flood("guesses at open calls", 64, nobody.post(OPEN_CALL, "{\"use\":\"TOKEN\"}")),
                flood(
                        "invented methods",
                        32,
                        (head("M" + "X".repeat(3_000), "/operations/x") + "\r\n")
                                .getBytes(US_ASCII)),
                flood("searches", 64, officer.post(PATH + "/persons/search", search)),
                flood("exports", 32, officer.post(PATH + "/persons/search?format=csv", list)),
                flood("histories", 64, auditor.get(PATH + "/persons/" + someone + "/history")),
                new Flood(
                        "streams",
                        stack.gateway(),
                        600,
                        attack -> stream(attack, stack.agencyToken(AGENCY))),
                flood("a tablet's uploads", 16, uploads::send),
                flood("families of hundreds", 4, uploads::crowd),
                flood("items with 3,000 steps", 16, uploads::deep),
                flood("16 KB that unpack to millions", 16, uploads::packed));
    }

    private Flood flood(String name, int threads, Flood.Turn turn) {
        return new Flood(name, intake, threads, turn);
    }

    private Flood flood(String name, int threads, byte[] request) {
        return flood(name, threads, attack -> attack.keepSending(request));
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: x\r\n";
    }

    private static String openCall(int length) {
        return head("POST", OPEN_CALL)
                + "Content-Type: application/json\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private static void body(Attack attack) throws IOException {
        byte[] part = new byte[64 * 1024];
        try (Socket socket = attack.socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(openCall(19_000_000).getBytes(US_ASCII));
            try {
                for (int sent = 0; sent < 19_000_000 && !attack.isOver(); sent += part.length) {
                    out.write(part);
                }
            } catch (SocketException e) {
                // Refused while it was sent; the answer may be there.
            }
            attack.awaitStatus(socket);
        }
    }

    // It wants to keep what it has; a flood of mere attempts is for the kernel and the network.
    private static void hold(Attack attack) throws IOException, InterruptedException {
        try (Socket socket = attack.socket()) {
            untilClosed(attack, socket);
        } catch (IOException e) {
            Thread.sleep(HOLD_AGAIN_MILLIS);
            throw e;
        }
    }

    /** Begins a request, and goes on with a byte now and then. */
    private static void drip(Attack attack, String start) throws IOException, InterruptedException {
        try (Socket socket = attack.socket()) {
            socket.getOutputStream().write(start.getBytes(US_ASCII));
            while (!attack.isOver()) {
                Thread.sleep(DRIP_MILLIS);
                socket.getOutputStream().write('x');
            }
        }
    }

    private static void stream(Attack attack, String token) throws IOException {
        try (Socket socket = attack.socket()) {
            String request =
                    head("GET", "/feed")
                            + "Accept: text/event-stream\r\nAuthorization: Bearer "
                            + token
                            + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            attack.awaitStatus(socket);
            untilClosed(attack, socket);
        }
    }

    private static void untilClosed(Attack attack, Socket socket) throws IOException {
        byte[] unused = new byte[8_192];
        while (!attack.isOver()) {
            try {
                if (socket.getInputStream().read(unused) < 0) {
                    throw new IOException("closed");
                }
            } catch (SocketTimeoutException e) {
                // Still open.
            }
        }
    }
}
