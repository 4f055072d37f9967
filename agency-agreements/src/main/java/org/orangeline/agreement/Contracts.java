package org.orangeline.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.orangeline.events.EventCodec;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;

/** The contracts of everything that a feed can hold. */
public final class Contracts {

    /** What the gateway itself tells a reader; each is to be acknowledged. */
    public static final List<String> NOTICES =
            List.of(
                    "PersonEnteredScope",
                    "PersonLeftScope",
                    "MergeNotice",
                    "UnmergeNotice",
                    "ScreeningReopenedNotice",
                    "WithdrawnNotice",
                    "ErasureNotice");

    /** The notice whose fields an agreement lists like those of an event. */
    public static final String ENTERED = NOTICES.getFirst();

    private final SequencedMap<String, Contract> byEvent = new LinkedHashMap<>();

    private Contracts() {}

    /** Out of the schemas on the class path. */
    public static Contracts load() {
        var contracts = new Contracts();
        for (EventType type : EventTypes.all()) {
            contracts.add(type.name(), type.schemaResource());
        }
        NOTICES.forEach(notice -> contracts.add(notice, resource(notice)));
        return contracts;
    }

    /** Where the JSON Schema of a notice lies on the class path. */
    public static String resource(String notice) {
        return "/feed-schemas/" + notice + ".1.json";
    }

    /** Of a domain event or a notice; empty when there is none of that name. */
    public Optional<Contract> of(String event) {
        return Optional.ofNullable(byEvent.get(event));
    }

    @SuppressWarnings("unchecked")
    private void add(String event, String resource) {
        try (InputStream schema = Contracts.class.getResourceAsStream(resource)) {
            if (schema == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            Map<String, ?> parsed = EventCodec.read(schema.readAllBytes(), Map.class);
            byEvent.put(event, Contract.of(event, parsed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
