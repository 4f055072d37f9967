package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.screening.ClearanceExpired;
import org.orangeline.runtime.ToldTime;
import org.orangeline.screening.knowledge.KnownOperation;

/** What a log tells of urgent needs and clearances (rule S4), apart from what deciders hold. */
final class UrgentCare {

    private final Duration goodFor;
    private final Map<UUID, List<Said>> needs = new HashMap<>();
    private final Map<UUID, List<Given>> given = new HashMap<>();
    private final Set<String> expired = new HashSet<>();

    UrgentCare(Duration goodFor) {
        this.goodFor = goodFor;
    }

    void notice(Recorded<DomainEvent> recorded, KnownOperation known, long position) {
        UUID person = UUID.fromString(recorded.event().subject());
        boolean is = known.person(person).orElseThrow().isMedicallyUrgent();
        List<Said> said = needs.computeIfAbsent(person, _ -> new ArrayList<>());
        boolean was = !said.isEmpty() && said.getLast().until.equals(Instant.MAX);
        Instant time = recorded.envelope().time();
        if (is && !was) {
            Instant came = known.person(person).orElseThrow().cameAt();
            said.add(new Said(position, said.isEmpty() && came.isBefore(time) ? came : time));
        } else if (was && !is) {
            said.getLast().until = time;
        }
    }

    void cleared(UUID person, long position, Instant at) {
        given.computeIfAbsent(person, _ -> new ArrayList<>()).add(new Given(position, at));
    }

    void expired(ClearanceExpired over, Instant time) {
        assertThat(expired.add(over.personId() + " " + over.since())).isTrue();
        assertThat(time).isAfterOrEqualTo(over.due());
        assertThat(over.due()).isEqualTo(over.since().plus(goodFor));
    }

    /** Whoever says that a need is over, a clinician said so after that, or holds off for hours. */
    void questioned(KnownOperation known, UUID person, Instant then) {
        List<UUID> all = known.registrations(known.person(person).orElseThrow()).toList();
        for (UUID registration : all) {
            for (Said need : needs.getOrDefault(registration, List.of())) {
                assertThat(need.since.isAfter(then.plus(ToldTime.CLOCKS_DIFFER)))
                        .as("said later, or cleared: " + person)
                        .satisfiesAnyOf(
                                later -> assertThat(later).isTrue(),
                                _ ->
                                        assertThat(all)
                                                .anyMatch(one ->
                                                        given.getOrDefault(one, List.of()).stream()
                                                                .anyMatch(clearance ->
                                                                        clearance.allows(
                                                                                need, then,
                                                                                goodFor))));
            }
        }
    }

    private static final class Said {

        private final long position;
        private final Instant since;
        private Instant until = Instant.MAX;

        private Said(long position, Instant since) {
            this.position = position;
            this.since = since;
        }
    }

    private record Given(long position, Instant at) {

        private boolean allows(Said need, Instant then, Duration goodFor) {
            return position > need.position
                    && (!at.isBefore(need.until) || then.isBefore(at.plus(goodFor)));
        }
    }
}
