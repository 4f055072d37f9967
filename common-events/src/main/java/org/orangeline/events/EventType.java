package org.orangeline.events;

/**
 * An event's name and what follows from it.
 *
 * @param eventClass the record that carries the payload
 * @param writer the only service that writes it
 */
public record EventType(Class<? extends DomainEvent> eventClass, Service writer) {

    private static final String PREFIX = "org.orangeline.";

    /** The event's name, for example {@code PersonArrived}. */
    public String name() {
        return eventClass.getSimpleName();
    }

    /** The topic is named exactly as the event. */
    public String topic() {
        return name();
    }

    /** The CloudEvents {@code type}. */
    public String cloudEventType() {
        return PREFIX + name();
    }

    /** Whether it destroys the key of its subject. */
    public boolean destroysKey() {
        return DestroysKey.class.isAssignableFrom(eventClass);
    }

    /** The version of the payload's schema. Changes within a version are additive. */
    public int version() {
        return 1;
    }

    /** The CloudEvents {@code dataschema}: a stable name, packed as a resource in this module. */
    public String dataSchema() {
        return "urn:orangeline:schema:" + name() + ":" + version();
    }

    /** Where the JSON Schema lies on the class path. */
    public String schemaResource() {
        return "/schemas/" + name() + "." + version() + ".json";
    }
}
