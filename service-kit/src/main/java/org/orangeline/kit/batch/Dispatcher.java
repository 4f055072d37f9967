package org.orangeline.kit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.orangeline.kit.rest.Captor;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.rest.DeviceToken;
import org.orangeline.kit.rest.HeldTicket;
import org.orangeline.kit.rest.HeldTickets;
import org.orangeline.kit.transport.Trust;
import org.orangeline.kit.wiring.KitConfig;

/**
 * Makes an item's call at this instance's own address, with the token of who uploads: it is
 * verified, checked and decided exactly as if the tablet had made it.
 */
@ApplicationScoped
public class Dispatcher {

    private final HttpClient client;
    private final String address;
    private final Duration timeout;
    private final HeldTickets tickets;
    private final Clock clock;

    Dispatcher(KitConfig config, HeldTickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(2));
        config.tls().trust().ifPresent(file -> builder.sslContext(Trust.in(file)));
        this.client = builder.build();
        this.address = config.address();
        this.timeout = config.commandTimeout().plusSeconds(5);
    }

    /**
     * @throws IOException when no answer came: nobody knows whether it is stored
     */
    HttpResponse<byte[]> call(Upload upload, Item item) throws IOException, InterruptedException {
        return call(
                upload.operation(),
                item,
                Map.of("Authorization", upload.token(), DeviceToken.HEADER, upload.deviceToken()));
    }

    /** The same, by a ticket for just this call. */
    HttpResponse<byte[]> callInTheNameOf(HeldItem held, Item item)
            throws IOException, InterruptedException {
        HeldTicket ticket =
                new HeldTicket(
                        held.operation(),
                        held.human(),
                        held.subject(),
                        held.roles(),
                        item.method(),
                        path(held.operation(), item),
                        item.itemId(),
                        seen(item),
                        tickets.hash(item.body().toString()),
                        clock.instant().plus(HeldTickets.GOOD_FOR));
        return call(held.operation(), item, Map.of(HeldTicket.HEADER, tickets.sign(ticket)));
    }

    private HttpResponse<byte[]> call(String operation, Item item, Map<String, String> proof)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path(operation, item)))
                        .timeout(timeout)
                        .method(
                                item.method(),
                                HttpRequest.BodyPublishers.ofString(item.body().toString()))
                        .header("Content-Type", "application/json")
                        .header(Commands.IDEMPOTENCY_KEY, item.itemId().toString());
        proof.forEach(request::header);
        seen(item).forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    // Which tablet kept the call, and what it had seen.
    private static Map<String, String> seen(Item item) {
        Map<String, String> headers = new TreeMap<>();
        headers.put(DeviceToken.DEVICE_ID, item.deviceId());
        if (item.ifMatch() != null) {
            headers.put("If-Match", item.ifMatch());
        }
        if (item.basedOn() != null) {
            headers.put("Based-On", item.basedOn().toString());
        }
        if (item.capturedBy() != null) {
            headers.put(Captor.HEADER, item.capturedBy());
        }
        return headers;
    }

    private static String path(String operation, Item item) {
        return "/operations/" + operation + "/" + item.path();
    }
}
