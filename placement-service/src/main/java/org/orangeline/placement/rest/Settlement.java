package org.orangeline.placement.rest;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.runtime.Outcome;

/**
 * What a human's word about questions came to (rule P14).
 *
 * @param status {@code settled}, or {@code waits for a second human}
 * @param settled rules that two humans have settled
 * @param waiting rules that a second human has to settle as well
 */
@Schema(name = "Settlement")
public record Settlement(
        UUID placementId,
        UUID personId,
        String status,
        List<String> settled,
        List<String> waiting,
        Instant recordedAt) {

    static Response answer(UUID placementId, Outcome.Done done) {
        Recorded<PersonPlacementEvent> first = done.first(PersonPlacementEvent.class);
        List<String> settled = rules(done, QuestionSettled.class, QuestionSettled::rules);
        List<String> waiting = rules(done, SettlementRequested.class, SettlementRequested::rules);
        return Response.status(waiting.isEmpty() ? 201 : 202)
                .entity(
                        new Settlement(
                                placementId,
                                first.event().personId(),
                                waiting.isEmpty() ? "settled" : "waits for a second human",
                                settled,
                                waiting,
                                first.envelope().time()))
                .build();
    }

    private static <E> List<String> rules(
            Outcome.Done done, Class<E> type, Function<E, List<String>> rules) {
        return done.events().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .flatMap(event -> rules.apply(event).stream())
                .toList();
    }
}
