package org.orangeline.launcher.verify;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.function.Supplier;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.runtime.log.LogClients;

/**
 * What is verified.
 *
 * @param log how to reach the log
 * @param services where the services answer, to compare them with the log
 * @param token gives a token with the role {@code verifier} that they accept
 * @param http asks them
 */
public record Target(
        LogClients log, Map<Service, URI> services, Supplier<String> token, HttpClient http) {
    /** Keeps a copy, so that nobody changes it later. */
    public Target {
        services = Map.copyOf(services);
    }

    /** On this machine, with tokens of its own issuer. */
    public Target(LogClients log, Map<Service, URI> services, TokenIssuer tokens) {
        this(
                log,
                services,
                () -> tokens.issue(TokenRequest.verifier()),
                HttpClient.newHttpClient());
    }
}
