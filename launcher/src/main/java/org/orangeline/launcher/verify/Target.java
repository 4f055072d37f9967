package org.orangeline.launcher.verify;

import java.net.URI;
import java.util.Map;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.runtime.log.LogClients;

/**
 * What is verified.
 *
 * @param log how to reach the log
 * @param services where the services answer, to compare them with the log
 * @param tokens makes tokens that they accept
 */
public record Target(LogClients log, Map<Service, URI> services, TokenIssuer tokens) {
    /** Keeps a copy, so that nobody changes it later. */
    public Target {
        services = Map.copyOf(services);
    }
}
