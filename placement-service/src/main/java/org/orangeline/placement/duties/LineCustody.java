package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.Going;
import org.orangeline.placement.knowledge.Going.Departure;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.knowledge.Taken;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * Custody in a line, and what the register of arrivals tells of somebody who was taken away.
 *
 * @param record the record under which the person came: its duties are listed and reported
 * @param startedBy id of the event with which the person came
 * @param held whether the person is held in the line, or was and an authority took them from there
 * @param inquiry that an authority took the person away, about whom nobody said that they are back,
 *     or that the person died in custody (rule P17, GC IV 131); null for neither
 * @param news what the tracing bureau has not been told, besides the beginning; earliest first
 * @param done what was done since, on whatever record
 * @param by what was done on each record, since or before
 */
public record LineCustody(
        UUID record,
        Instant since,
        String startedBy,
        boolean held,
        @Nullable Started inquiry,
        List<Started> news,
        CustodyFacts done,
        Map<UUID, CustodyFacts> by) {

    public LineCustody {
        news = List.copyOf(news);
        by = Map.copyOf(by);
    }

    /**
     * Empty for who is placed, is free, has died, or may leave the line. Whoever an authority took
     * away from the line is not free.
     *
     * @param person any record of the person
     */
    public static Optional<LineCustody> held(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return watched(person, state, known).filter(LineCustody::held);
    }

    /**
     * As {@link #held}, and of whoever was taken away, from a placement or from liberty as well,
     * died in custody, or left one of which the bureau knows.
     *
     * @param person any record of the person
     */
    public static Optional<LineCustody> watched(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        var where = new Whereabouts(state, known);
        if (where.isDead(person) || where.isNobody(person)) {
            return Optional.empty();
        }
        PersonFacts counts = known.person(known.merges().counts(person.personId())).orElse(person);
        Instant free = where.freeSince(person.personId()).orElse(null);
        Optional<PersonFacts> taken = where.taken(person);
        Optional<PersonFacts> sought = where.sought(person);
        Optional<Departure> death = diedHeld(person, counts, where);
        Started inquiry =
                taken.map(Changes::takenAway)
                        .or(() -> death.map(Changes::started))
                        .or(() -> sought.map(Changes::takenAway))
                        .orElse(null);
        List<Started> all = Changes.of(person, sought.isPresent(), death.isPresent(), where, free);
        return inLine(person, taken, where)
                .flatMap(_ -> where.lineCustodySince(counts))
                .flatMap(since ->
                        where.cameInto(counts)
                                .map(came ->
                                        of(
                                                came.personId(),
                                                new Started(came.cameBy(), since),
                                                true,
                                                all,
                                                inquiry,
                                                where)))
                .or(() -> diedInLine(person, counts, death, all, inquiry, where))
                .or(() ->
                        Stream.concat(all.stream(), Stream.ofNullable(inquiry))
                                .findFirst()
                                .map(first ->
                                        of(
                                                sought.orElse(counts).personId(),
                                                first,
                                                false,
                                                all,
                                                inquiry,
                                                where)));
    }

    // A notice of the beginning that nobody gave is due as it was.
    private static Optional<LineCustody> diedInLine(
            PersonFacts person,
            PersonFacts counts,
            Optional<Departure> death,
            List<Started> all,
            @Nullable Started inquiry,
            Whereabouts where) {
        if (death.isEmpty() || where.open(person.personId()).anyMatch(LineCustody::isOutOfLine)) {
            return Optional.empty();
        }
        return where.cameInto(counts)
                .flatMap(came ->
                        where.lineCustodySince(counts)
                                .map(since ->
                                        of(
                                                came.personId(),
                                                new Started(came.cameBy(), since),
                                                false,
                                                all,
                                                inquiry,
                                                where)))
                .map(LineCustody::withBeginning);
    }

    // In a guarded line, or on the way from one to where they are to be held.
    private static Optional<Departure> diedHeld(
            PersonFacts person, PersonFacts counts, Whereabouts where) {
        boolean placed = where.open(person.personId()).anyMatch(Placement::held);
        Optional<Instant> waited =
                where.lineCustodySince(counts)
                        .filter(_ ->
                                where.open(person.personId()).noneMatch(LineCustody::isOutOfLine));
        return where.known().records(person).stream()
                .flatMap(record -> Stream.ofNullable(record.gone()))
                // Who was brought dead was in nobody's custody, unless the truck was held before.
                .filter(gone ->
                        gone.died()
                                && (placed
                                        || waited.filter(since ->
                                                        gone.how() != Going.How.BROUGHT_DEAD
                                                                || gone.at().isAfter(since))
                                                .isPresent()))
                .min(Comparator.comparing(Departure::recordedAt));
    }

    private LineCustody withBeginning() {
        return done.notified() != null
                ? this
                : new LineCustody(
                        record,
                        since,
                        startedBy,
                        held,
                        inquiry,
                        Stream.concat(Stream.of(new Started(startedBy, since)), news.stream())
                                .toList(),
                        done,
                        by);
    }

    private static LineCustody of(
            UUID record,
            Started began,
            boolean held,
            List<Started> news,
            @Nullable Started inquiry,
            Whereabouts where) {
        Map<UUID, CustodyFacts> by =
                where.known().merges().same(record).stream()
                        .collect(Collectors.toMap(Function.identity(), where.state()::custody));
        CustodyFacts done =
                CustodyFacts.ofAll(where.known().merges().same(record), where.state())
                        .of(began.at(), where.freeSince(record).orElse(null));
        return new LineCustody(record, began.at(), began.eventId(), held, inquiry, news, done, by);
    }

    private static Optional<PersonFacts> inLine(
            PersonFacts person, Optional<PersonFacts> taken, Whereabouts where) {
        boolean gone =
                where.known().isGone(person)
                        && taken.filter(one -> !Objects.requireNonNull(one.gone()).died())
                                .isEmpty();
        return gone || where.open(person.personId()).anyMatch(LineCustody::isOutOfLine)
                ? Optional.empty()
                : Optional.of(person);
    }

    // Who is ordered to shelter waits for it in the line.
    private static boolean isOutOfLine(Placement open) {
        return open.held() || open.status() == Placement.Status.PLACED || open.missing() != null;
    }

    /** What the bureau has to be told of first, or null. */
    @Nullable Started notice() {
        Stream<Started> beginning =
                held && done.notified() == null
                        ? Stream.of(new Started(startedBy, since))
                        : Stream.empty();
        return Stream.concat(beginning, news.stream().filter(one -> !done.isTold(one)))
                .min(Comparator.comparing(Started::at))
                .orElse(null);
    }

    /** What an inquiry has to be opened into, or null. */
    @Nullable Started openInquiry() {
        return inquiry == null
                        || Stream.concat(Stream.of(done), by.values().stream())
                                .anyMatch(one -> one.isInquired(inquiry))
                ? null
                : inquiry;
    }

    /** The record on which something was done: what follows from it stays with that record. */
    UUID recordOf(String startedBy) {
        return by.entrySet().stream()
                .filter(entry -> entry.getValue().holds(startedBy))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(record);
    }

    LineCustody with(CustodyFacts other) {
        return new LineCustody(record, since, startedBy, held, inquiry, news, other, by);
    }

    /** What the register of arrivals tells, and the bureau has to know (rules P12, P17). */
    private record Changes(PersonFacts record, @Nullable Instant free) {

        static List<Started> of(
                PersonFacts person,
                boolean taken,
                boolean diedHeld,
                Whereabouts where,
                @Nullable Instant free) {
            return where.known().records(person).stream()
                    .flatMap(record -> new Changes(record, free).all(taken, diedHeld, where))
                    .sorted(Comparator.comparing(Started::at))
                    .toList();
        }

        static Started takenAway(PersonFacts record) {
            return started(Objects.requireNonNull(record.taken()));
        }

        static Started started(Taken taken) {
            return new Started(taken.eventId(), taken.at(), taken.recordedAt());
        }

        static Started started(Departure gone) {
            return new Started(gone.eventId(), gone.at(), gone.recordedAt());
        }

        private Stream<Started> all(boolean isTaken, boolean diedHeld, Whereabouts where) {
            CustodyFacts done =
                    CustodyFacts.ofAll(
                            where.known().merges().same(record.personId()), where.state());
            Stream<Started> ofNow =
                    Stream.of(
                                    isTaken ? taken() : Stream.<Started>empty(),
                                    died(isTaken, diedHeld),
                                    free(where),
                                    recalled(where.state().custody(record.personId())))
                            .flatMap(Function.identity())
                            .filter(this::isSinceFree);
            // A release tells nobody that the person had been taken away, and is back.
            Stream<Started> ofReturn =
                    back().filter(one ->
                            isSinceFree(one)
                                    || done.notified() == null
                                    || done.notified().recordedAt().isBefore(one.recordedAt()));
            return Stream.concat(ofNow, ofReturn);
        }

        private boolean isSinceFree(Started one) {
            return free == null || one.recordedAt().isAfter(free);
        }

        private Stream<Started> taken() {
            return Stream.ofNullable(record.taken()).map(Changes::started);
        }

        private Stream<Started> died(boolean isTaken, boolean diedHeld) {
            return Stream.ofNullable(record.gone())
                    .filter(Departure::died)
                    .filter(gone -> diedHeld || (isTaken && gone.taken() != null))
                    .map(Changes::started);
        }

        // Whoever told the bureau of a custody tells it that it ended.
        private Stream<Started> free(Whereabouts where) {
            var gone = record.gone();
            Instant since = gone == null ? null : gone.freeSince();
            Started told = where.state().custody(record.personId()).notified();
            return gone == null
                            || since == null
                            || gone.how() == Going.How.NEVER_WAS
                            || told == null
                            || told.recordedAt().isBefore(record.cameRecorded())
                            || (free != null && !told.recordedAt().isAfter(free))
                            || !where.known().isGone(record)
                            || where.open(record.personId()).anyMatch(LineCustody::isOutOfLine)
                    ? Stream.empty()
                    : Stream.of(new Started(gone.eventId(), since, gone.recordedAt()));
        }

        private Stream<Started> back() {
            var back = record.returned();
            return back == null || back.from() == null
                    ? Stream.empty()
                    : Stream.of(
                            started(back.from()),
                            new Started(back.eventId(), back.at(), back.recordedAt()));
        }

        // Whoever told the bureau that the person went, or died, tells it that this was not so.
        private Stream<Started> recalled(CustodyFacts done) {
            var recall = record.going().recalled();
            Started told = done.notified();
            return recall == null || told == null || told.recordedAt().isBefore(recall.toldFrom())
                    ? Stream.empty()
                    : Stream.of(new Started(recall.eventId(), recall.recordedAt()));
        }
    }
}
