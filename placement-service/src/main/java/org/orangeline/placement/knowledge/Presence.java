package org.orangeline.placement.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.knowledge.Going.Departure;

/** Whether a person is here and since when, over all records. */
record Presence(KnownOperation known) {

    boolean isGone(PersonFacts person) {
        List<PersonFacts> records = known.records(person);
        return records.stream().anyMatch(record -> isGone(record, records));
    }

    private boolean isGone(PersonFacts record, List<PersonFacts> all) {
        Departure gone = record.gone();
        return gone != null
                && (gone.died()
                        || all.stream()
                                .filter(other -> !other.personId().equals(record.personId()))
                                .noneMatch(other ->
                                        other.cameAt(known.profile().plausibleClockSkew())
                                                .isAfter(gone.at())));
    }

    Optional<PersonFacts> taken(PersonFacts person) {
        List<PersonFacts> records = known.records(person);
        return records.stream()
                .filter(record -> record.taken() != null && isGone(record, records))
                .max(
                        Comparator.comparing(
                                record -> Objects.requireNonNull(record.taken()).recordedAt()));
    }

    Optional<Instant> custodySince(PersonFacts person, @Nullable Instant free) {
        Duration skew = known.profile().plausibleClockSkew();
        return came(person, free).map(record -> record.custodySince(skew)).min(Instant::compareTo);
    }

    // The records under which the person came into the present custody, this one first. Who was
    // taken away has been in custody all the time.
    Stream<PersonFacts> came(PersonFacts person, @Nullable Instant free) {
        Duration skew = known.profile().plausibleClockSkew();
        List<PersonFacts> since =
                known.records(person).stream()
                        .map(record -> record.inCustody(free))
                        .filter(record -> free == null || record.cameRecorded().isAfter(free))
                        .toList();
        Optional<Instant> left =
                known.records(person).stream()
                        .flatMap(record -> Stream.ofNullable(record.gone()))
                        .flatMap(gone -> Stream.ofNullable(gone.freeSince()))
                        .max(Instant::compareTo);
        Optional<Instant> returned =
                since.stream()
                        .flatMap(record -> Stream.ofNullable(record.returned()))
                        .map(Going.Return::at)
                        .max(Instant::compareTo);
        return since.stream()
                .filter(record -> {
                    Instant at = record.custodySince(skew);
                    return (left.isEmpty() || at.isAfter(left.get()))
                            && (returned.isEmpty() || !at.isBefore(returned.get()));
                });
    }
}
