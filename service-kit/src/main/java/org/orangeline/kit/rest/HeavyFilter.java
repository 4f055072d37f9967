package org.orangeline.kit.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A heavy call begins when its kind has a place for its caller; behind the access filter and what
 * is asked.
 */
public class HeavyFilter {

    private static final int AFTER_ASKED = Priorities.USER + 2;

    private final Map<Heavy, Bulkhead> bulkheads = new EnumMap<>(Heavy.class);
    private final CurrentCaller current;
    private final HeldPlaces places;

    HeavyFilter(CurrentCaller current, HeldPlaces places) {
        this.current = current;
        this.places = places;
        for (Heavy kind : Heavy.values()) {
            bulkheads.put(kind, kind.bulkhead());
        }
    }

    /** On the call's own thread: it may wait. */
    @ServerRequestFilter(priority = AFTER_ASKED)
    public void enter(ContainerRequestContext request, ResourceInfo resource) {
        Path path = resource.getResourceMethod().getAnnotation(Path.class);
        if (path == null || !current.isKnown()) {
            return;
        }
        var query = request.getUriInfo().getQueryParameters();
        for (Heavy kind :
                Heavy.of(
                        request.getMethod(),
                        path.value(),
                        name -> query.getOrDefault(name, List.of()),
                        request.getHeaderString(HttpHeaders.ACCEPT))) {
            places.enter(Objects.requireNonNull(bulkheads.get(kind)), who(), kind.full());
        }
    }

    // A tablet's uploads are its own, whoever carries it.
    private String who() {
        return current.shownDevice()
                .map(device -> device.operation() + " " + device.deviceId())
                .orElseGet(() -> current.get().actor().text());
    }
}
