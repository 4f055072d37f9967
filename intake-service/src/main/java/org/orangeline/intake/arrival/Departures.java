package org.orangeline.intake.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.operations.OperationState;

/**
 * How a person went, over all registrations: each of them may carry a departure or a death, and one
 * that was made later, after the person came back, does not undo a death.
 */
public final class Departures {

    private Departures() {}

    /** How the person went; null for who is here by the last word of any registration. */
    public static @Nullable Gone gone(OperationState operation, Person inUse) {
        if (!operation.merges().hasMerges(inUse.id())) {
            return inUse.gone();
        }
        List<Person> records = records(operation, inUse);
        return records.stream()
                .filter(record -> counts(operation, record, records))
                .map(Person::gone)
                .filter(Objects::nonNull)
                .max(
                        Comparator.comparing((Gone gone) -> gone.how() != Gone.How.LEFT)
                                .thenComparing(Gone::at))
                .orElse(null);
    }

    // Whoever left and was registered again has come back.
    private static boolean counts(OperationState operation, Person record, List<Person> all) {
        Gone gone = record.gone();
        return gone != null
                && (gone.how() != Gone.How.LEFT
                        || all.stream()
                                .filter(other -> other != record)
                                .noneMatch(other -> cameAt(operation, other).isAfter(gone.at())));
    }

    /**
     * When a registration's arrival was. A tablet's clock that was ahead, or far behind, says
     * nothing; then the recording counts, as in placement-service.
     */
    static Instant arrived(OperationState operation, Person record) {
        Duration skew = operation.legalProfile().plausibleClockSkew();
        boolean plausible =
                !record.arrivedAt().isAfter(record.recordedAt())
                        && !record.arrivedAt().isBefore(record.recordedAt().minus(skew));
        return plausible ? record.arrivedAt() : record.recordedAt();
    }

    private static Instant cameAt(OperationState operation, Person record) {
        Instant arrived = arrived(operation, record);
        return record.returnedAt() != null && record.returnedAt().isAfter(arrived)
                ? record.returnedAt()
                : arrived;
    }

    /** When anything was recorded last that brought the person here, by any registration. */
    public static Instant lastCame(OperationState operation, Person inUse) {
        return records(operation, inUse).stream()
                .map(record ->
                        record.returnedAt() == null ? record.recordedAt() : record.returnedAt())
                .max(Instant::compareTo)
                .orElse(inUse.recordedAt());
    }

    /** The registration that carries a departure or death of a kind: of several the last. */
    static Optional<Person> carrying(
            OperationState operation, Person inUse, Predicate<Gone> which) {
        return records(operation, inUse).stream()
                .filter(record -> record.gone() != null && which.test(record.gone()))
                .max(Comparator.comparing(record -> Objects.requireNonNull(record.gone()).at()));
    }

    private static List<Person> records(OperationState operation, Person inUse) {
        return operation.merges().registrations(inUse.id()).stream()
                .map(operation.persons()::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
