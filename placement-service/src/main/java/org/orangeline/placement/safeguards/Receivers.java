package org.orangeline.placement.safeguards;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/**
 * The authorities of an operation, with their states (rule P9).
 *
 * @param registered by code
 * @param requests waiting for a second person, by request id
 */
public record Receivers(
        PMap<String, Receiver> registered, PMap<String, RequestedReceiver> requests) {

    static final Receivers NONE = new Receivers(ChampMap.empty(), ChampMap.empty());

    public Optional<Receiver> receiver(String code) {
        return Optional.ofNullable(registered.get(code));
    }

    public Optional<RequestedReceiver> request(UUID requestId) {
        return Optional.ofNullable(requests.get(requestId.toString()));
    }

    Receivers with(ReceiverRequested event, String actor) {
        return new Receivers(
                registered,
                requests.plus(
                        event.requestId().toString(),
                        new RequestedReceiver(
                                event.requestId(),
                                event.receiver(),
                                event.name(),
                                event.state(),
                                actor)));
    }

    /** What else was asked for that code counts no longer. */
    Receivers with(ReceiverRegistered event) {
        PMap<String, RequestedReceiver> left = requests;
        for (RequestedReceiver request : requests.values()) {
            if (request.receiver().equals(event.receiver())) {
                left = left.minus(request.requestId().toString());
            }
        }
        return new Receivers(
                registered.plus(
                        event.receiver(),
                        new Receiver(event.receiver(), event.name(), event.state())),
                left);
    }
}
