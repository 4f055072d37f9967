package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.transport.Loopback;
import org.orangeline.kit.transport.Trust;
import org.orangeline.kit.wiring.KitConfig;

/**
 * Passes a command on to the instance that owns the partition: one hop, with the caller's token,
 * which is verified again there.
 */
@ApplicationScoped
public class Forwarder {

    private final HttpClient client;
    private final Duration timeout;
    private final PassedOn passedOn;

    Forwarder(KitConfig config, PassedOn passedOn) {
        this.passedOn = passedOn;
        this.timeout = config.commandTimeout();
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2));
        config.tls().trust().ifPresent(file -> builder.sslContext(Trust.in(file)));
        this.client = builder.build();
    }

    Response forward(RawRequest request, byte @Nullable [] body, String owner) {
        if (Loopback.isOpen(owner)) {
            throw ProblemException.unavailable(
                    "The instance that decides is not reached over TLS.");
        }
        HttpRequest.Builder passed =
                HttpRequest.newBuilder(at(owner, request.target()))
                        .timeout(timeout)
                        .method(
                                request.method(),
                                HttpRequest.BodyPublishers.ofByteArray(
                                        body == null ? new byte[0] : body))
                        .header(
                                RawRequest.FORWARDED,
                                passedOn.mark(request.sender(), request.target()));
        request.headers().forEach(passed::header);
        try {
            HttpResponse<byte[]> answer =
                    client.send(passed.build(), HttpResponse.BodyHandlers.ofByteArray());
            Response.ResponseBuilder response =
                    Response.status(answer.statusCode()).entity(answer.body());
            for (String name :
                    new String[] {
                        HttpHeaders.CONTENT_TYPE,
                        HttpHeaders.RETRY_AFTER,
                        HttpHeaders.ETAG,
                        HttpHeaders.LOCATION
                    }) {
                answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
            }
            return response.build();
        } catch (IOException e) {
            throw ProblemException.unavailable("The instance that decides cannot be reached.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("The instance is being stopped.");
        }
    }

    /**
     * The caller's token goes to this address, so it is the owner's whatever the target says.
     *
     * @throws ProblemException 400 when the target would lead elsewhere
     */
    static URI at(String owner, String target) {
        try {
            URI from = new URI(owner);
            URI address = new URI(owner + target);
            if (target.startsWith("/")
                    && Objects.equals(address.getScheme(), from.getScheme())
                    && Objects.equals(address.getRawAuthority(), from.getRawAuthority())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Answered below.
        }
        throw ProblemException.badRequest("The path cannot be passed on.");
    }
}
