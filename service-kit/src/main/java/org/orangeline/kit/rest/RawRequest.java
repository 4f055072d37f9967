package org.orangeline.kit.rest;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request as it came, for passing it on to the instance that decides. */
@RequestScoped
public class RawRequest {

    /** Set on a request that was passed on: it goes no further. */
    static final String FORWARDED = "Orangeline-Forwarded";

    private static final List<String> PASSED_ON =
            List.of(
                    "Authorization",
                    HeldTicket.HEADER,
                    "Content-Type",
                    "Accept",
                    "Idempotency-Key",
                    "If-Match",
                    "Based-On",
                    Captor.HEADER,
                    DeviceToken.DEVICE_ID,
                    DeviceToken.HEADER);

    private final HttpServerRequest request;

    RawRequest(@Context HttpServerRequest request) {
        this.request = request;
    }

    String method() {
        return request.method().name();
    }

    /** Path and query as they were matched; what stands on the request line may name a host. */
    String target() {
        String query = request.query();
        return query == null ? request.path() : request.path() + "?" + query;
    }

    /**
     * Who sent it, for counting: the address, of IPv6 the network of one customer. Behind a proxy
     * it is the proxy's, unless Quarkus is told to believe what the proxy says.
     */
    public String sender() {
        SocketAddress remote = request.remoteAddress();
        return Sender.of(remote == null ? null : remote.hostAddress());
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : PASSED_ON) {
            header(name).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    /** A parameter of the query, once; what is given twice is nothing that a caller means. */
    Optional<String> parameter(String name) {
        List<String> values = request.params().getAll(name);
        if (values.size() > 1) {
            throw ProblemException.badRequest(name + " is given twice.");
        }
        return values.stream().findFirst();
    }

    /** Each line of a header that may come more than once. */
    List<String> headers(String name) {
        return request.headers().getAll(name);
    }

    /** Decided: what everybody finds in {@code Accept} from now on. */
    void accept(String mediaType) {
        var unused = request.headers().set("Accept", mediaType);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
