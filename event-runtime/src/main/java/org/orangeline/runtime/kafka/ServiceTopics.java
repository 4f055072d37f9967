package org.orangeline.runtime.kafka;

import java.util.List;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;

/** The names of a service's topics. */
public final class ServiceTopics {

    /** What a deployment pinned when it was created, one record per service. */
    public static final String DEPLOYMENT = "orangeline.deployment";

    private ServiceTopics() {}

    /** One topic per event type, in a fixed order. */
    public static List<String> events(Service service) {
        return EventTypes.of(service).stream().map(EventType::topic).toList();
    }

    /** Wrapped keys of persons; compacted. */
    public static String keys(Service service) {
        return service.id() + ".keys";
    }

    /**
     * The address of each partition's owner; compacted. Its partitions are what a group shares out.
     */
    public static String owners(Service service) {
        return service.id() + ".owners";
    }

    /** Who read what about whom. */
    public static String reads(Service service) {
        return service.id() + ".reads";
    }

    /** What became of the items that tablets uploaded. */
    public static String items(Service service) {
        return service.id() + ".items";
    }

    /** What tablets uploaded and waits here, sealed; compacted by operation and item. */
    public static String held(Service service) {
        return service.id() + ".held";
    }

    /** Records that this service could not read; compacted by their place. */
    public static String quarantine(Service service) {
        return service.id() + ".quarantine";
    }
}
