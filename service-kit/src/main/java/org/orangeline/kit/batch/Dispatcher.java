package org.orangeline.kit.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.orangeline.kit.rest.Commands;
import org.orangeline.kit.wiring.KitConfig;

/**
 * Makes an item's call at this instance's own address, with the token of who uploads: it is
 * verified, checked and decided exactly as if the tablet had made it.
 */
@ApplicationScoped
public class Dispatcher {

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String address;
    private final Duration timeout;

    Dispatcher(KitConfig config) {
        this.address = config.address();
        this.timeout = config.commandTimeout().plusSeconds(5);
    }

    /**
     * @throws IOException when no answer came: nobody knows whether it is stored
     */
    HttpResponse<byte[]> call(String operation, Item item, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        address + "/operations/" + operation + "/" + item.path()))
                        .timeout(timeout)
                        .method(
                                item.method(),
                                HttpRequest.BodyPublishers.ofString(item.body().toString()))
                        .header("Authorization", token)
                        .header("Content-Type", "application/json")
                        .header(Commands.IDEMPOTENCY_KEY, item.itemId().toString());
        if (item.ifMatch() != null) {
            request.header("If-Match", item.ifMatch());
        }
        if (item.basedOn() != null) {
            request.header("Based-On", item.basedOn().toString())
                    .header("Device-Id", item.deviceId());
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
