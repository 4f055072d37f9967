package org.orangeline.runtime.toy;

import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * @param arrivals by person
 */
public record ToyKnown(PMap<UUID, Arrival> arrivals) {

    static final ToyKnown EMPTY = new ToyKnown(ChampMap.empty());

    ToyKnown with(UUID person, Envelope envelope) {
        // An operation of that name shuts its doors: what is asked there by itself is refused.
        String group = envelope.operation().startsWith("closed") ? Toy.CLOSED : Toy.ARRIVED;
        return new ToyKnown(
                arrivals.plus(person, new Arrival(envelope.operation(), envelope.id(), group)));
    }

    /** What causes the reaction, and what it will ask for. */
    public record Arrival(String operation, String eventId, String group) {}
}
