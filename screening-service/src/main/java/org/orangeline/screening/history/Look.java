package org.orangeline.screening.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.Interview;

/**
 * What the service had recorded and learned at one moment.
 *
 * @param by the event that was recorded or learned then; null at the end of the log
 */
record Look(
        String operation,
        ScreeningState own,
        Knowledge known,
        KnownOperation open,
        Instant now,
        @Nullable Recorded<? extends DomainEvent> by) {

    static Optional<Look> at(
            Recorded<? extends DomainEvent> by, ScreeningState own, Knowledge known) {
        String operation = by.envelope().operation();
        return Optional.ofNullable(known.operation(operation))
                .map(open -> new Look(operation, own, known, open, by.envelope().time(), by));
    }

    /** The person as every registration tells. */
    Optional<KnownPerson> person(UUID person) {
        return known.person(operation, person);
    }

    /** The finding that stands. */
    Optional<Conclusion> finding(UUID person) {
        return Optional.ofNullable(own.screening(operation, person).conclusion())
                .filter(finding -> !finding.reopened());
    }

    /** Every registration of everybody whom a fact about a person concerns, merges applied. */
    Stream<UUID> concerned(String person) {
        return open.touched(person).flatMap(open::registrations).distinct();
    }

    /** S4, as the service asks it: whether a need was said by then that no clearance covered. */
    boolean neededClearance(UUID person, Instant then) {
        return person(person)
                .filter(one -> Interview.of(operation, one, own, open, then).neededClearance())
                .isPresent();
    }

    List<String> who() {
        return by == null ? List.of() : List.of(by.envelope().actor());
    }

    @Nullable String what() {
        return by == null ? null : by.event().getClass().getSimpleName();
    }

    static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
