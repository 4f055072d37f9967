package org.orangeline.runtime.kafka;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;

/** The names of a service's topics. */
public final class ServiceTopics {

    /** Where the services of an older release pinned together what each has a topic for now. */
    public static final String OLD_DEPLOYMENT = "orangeline.deployment";

    private ServiceTopics() {}

    /** What the service's first instance pinned when its log was created. */
    public static String deployment(Service service) {
        return service.id() + ".deployment";
    }

    /** One topic per event type, in a fixed order. */
    public static List<String> events(Service service) {
        return EventTypes.of(service).stream().map(EventType::topic).toList();
    }

    /**
     * In which topic each sequence lies, a record a transaction: what readers wait for. Kept for a
     * while only, since the events say it too.
     */
    public static String order(Service service) {
        return service.id() + ".order";
    }

    /** Every topic that the service writes, and nobody else. */
    public static List<String> all(Service service) {
        return Stream.of(
                        List.of(deployment(service), order(service)),
                        appended(service),
                        compacted(service))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of them that keep every record for ever. */
    static List<String> appended(Service service) {
        return Stream.concat(events(service).stream(), Stream.of(reads(service), items(service)))
                .toList();
    }

    /** Those that keep the last record of each key. */
    static List<String> compacted(Service service) {
        return List.of(held(service), keys(service), owners(service), quarantine(service));
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
