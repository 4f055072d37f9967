package org.orangeline.events;

import java.util.Arrays;

/**
 * The services that write to the log. Only the service that owns an event type writes its topic.
 */
public enum Service {
    INTAKE("intake-service"),
    SCREENING("screening-service"),
    PLACEMENT("placement-service");

    private final String id;

    Service(String id) {
        this.id = id;
    }

    /** The name used in {@code ce_source}, consumer groups, transactional ids and topics. */
    public String id() {
        return id;
    }

    /**
     * @throws IllegalArgumentException when no service has that id
     */
    public static Service of(String id) {
        return Arrays.stream(values())
                .filter(service -> service.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service is named " + id));
    }
}
