package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How a person came who is here, over all registrations. A registration under which the person went
 * again, or that is of before the last return, tells nothing of the present stay. Nobody is here
 * who is inside a place, or dead, by any registration.
 */
public final class Coming {

    private static final Comparator<KnownPerson> EARLIEST =
            Comparator.comparing(KnownPerson::cameAt)
                    .thenComparing(KnownPerson::cameRecorded, Comparator.reverseOrder())
                    .thenComparing(person -> person.personId().toString());

    private Coming() {}

    /** The registrations under which the person came, the earliest first. */
    public static List<KnownPerson> into(String operation, UUID personId, Knowledge known) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        List<KnownPerson> all =
                open.person(personId).stream()
                        .flatMap(open::registrations)
                        .flatMap(id -> open.person(id).stream())
                        .toList();
        boolean inside =
                all.stream()
                        .flatMap(one ->
                                known.whereabouts(operation, one.personId().toString()).stream())
                        .anyMatch(Whereabouts::endsEveryStay);
        if (inside) {
            return List.of();
        }
        Optional<Instant> left =
                all.stream()
                        .flatMap(one -> Stream.ofNullable(one.gone()))
                        .map(Gone::at)
                        .max(Instant::compareTo);
        Optional<Instant> back =
                all.stream()
                        .flatMap(one -> Stream.ofNullable(one.returned()))
                        .max(Comparator.comparing(Returned::at))
                        .map(Returned::told);
        Optional<Instant> placed =
                all.stream()
                        .flatMap(one ->
                                Stream.ofNullable(
                                        known.gone(operation).get(one.personId().toString())))
                        .map(Away::since)
                        .max(Instant::compareTo);
        return all.stream()
                .filter(one -> left.isEmpty() || one.cameAt().isAfter(left.get()))
                .filter(one -> back.isEmpty() || cameWith(one, back.get()))
                .filter(one -> placed.isEmpty() || one.cameRecorded().isAfter(placed.get()))
                .sorted(EARLIEST)
                .toList();
    }

    // The return itself, or a registration that was made after it.
    private static boolean cameWith(KnownPerson one, Instant back) {
        return one.cameAt().isAfter(back) || (one.returned() != null && one.cameAt().equals(back));
    }

    /**
     * When a person came, whether here now or not: the wait is as long (rule L4), and what is told
     * of the person was not before.
     */
    public static Instant cameAt(String operation, KnownPerson person, Knowledge known) {
        KnownOperation open = known.operation(operation);
        if (open == null || open.merges().sameAs(person.personId().toString()).size() == 1) {
            return person.cameAt();
        }
        return into(operation, person.personId(), known).stream()
                .findFirst()
                .orElse(person)
                .cameAt();
    }
}
