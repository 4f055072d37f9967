package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.placement.knowledge.KnownOperation;

/** P9 as the log shows it, worked out from the events alone. */
final class ReceiverLaws {

    private record Assessed(NonRefoulementAssessed event, String by, Instant at) {}

    private final Map<UUID, Assessed> byId = new HashMap<>();
    private final List<Assessed> all = new ArrayList<>();

    void assessed(NonRefoulementAssessed event, String by, Instant at) {
        var one = new Assessed(event, by, at);
        byId.put(event.assessmentId(), one);
        all.add(one);
    }

    void handOverIsLawful(
            HandedOver over, String by, Instant at, Duration goodFor, KnownOperation known) {
        Assessed rests = Objects.requireNonNull(byId.get(over.assessmentId()), "P9");
        assertThat(rests.event().risk()).as("P9").isEqualTo(Risk.NO_SUBSTANTIAL_RISK);
        assertThat(rests.event().state()).as("P9: of that state").isEqualTo(over.state());
        assertThat(rests.event().heardAt()).as("P9: the person heard").isNotNull();
        assertThat(rests.by()).as("P9: two humans").isNotEqualTo(by);
        assertThat(rests.at().plus(goodFor)).as("P9: recent").isAfterOrEqualTo(at);
        List<UUID> records = known.merges().same(over.personId());
        for (UUID record : records) {
            List<Assessed> ofState =
                    all.stream()
                            .filter(one -> one.event().personId().equals(record))
                            .filter(one -> Objects.equals(over.state(), one.event().state()))
                            .toList();
            for (int i = 0; i < ofState.size(); i++) {
                Assessed risk = ofState.get(i);
                if (risk.event().risk() == Risk.RISK) {
                    assertThat(ofState.subList(i + 1, ofState.size()))
                            .as("P9: a risk is lifted by another human")
                            .anyMatch(later ->
                                    later.event().risk() != Risk.RISK
                                            && !later.by().equals(risk.by()));
                }
            }
        }
    }
}
