package org.orangeline.placement.questions;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.questions.RuleMoment.How;

/**
 * Who was handed over on an assessment of somebody else (rule P9): the two records were one
 * person's at the time, and the merge was taken back since. The person is gone, so that no
 * placement can be questioned; the history names it.
 */
final class HandOvers {

    private final Map<UUID, UUID> assessed = new HashMap<>();
    private final Map<UUID, Recorded<? extends DomainEvent>> byPlacement = new LinkedHashMap<>();

    void add(Recorded<? extends DomainEvent> recorded) {
        switch (recorded.event()) {
            case NonRefoulementAssessed event ->
                    assessed.put(event.assessmentId(), event.personId());
            case HandedOver event -> byPlacement.put(event.placementId(), recorded);
            case FactWithdrawn event when event.fact().equals(HandedOver.class.getSimpleName()) ->
                    byPlacement.remove(event.placementId());
            default -> {} // says nothing about a hand-over
        }
    }

    Stream<RuleMoment> lent(String operation, KnownOperation known) {
        return byPlacement.values().stream()
                .filter(one -> one.envelope().operation().equals(operation))
                .filter(one -> one.event() instanceof HandedOver over && isLent(over, known))
                .map(one -> moment(operation, (HandedOver) one.event(), one));
    }

    private boolean isLent(HandedOver over, KnownOperation known) {
        UUID heard = assessed.get(over.assessmentId());
        return heard != null && !known.merges().isSame(heard, over.personId());
    }

    private static RuleMoment moment(
            String operation, HandedOver over, Recorded<? extends DomainEvent> recorded) {
        return new RuleMoment(
                operation,
                "P9",
                How.LENT,
                over.personId(),
                over.placementId(),
                recorded.envelope().time(),
                null,
                List.of(recorded.envelope().actor()),
                null);
    }
}
