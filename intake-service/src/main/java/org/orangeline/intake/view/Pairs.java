package org.orangeline.intake.view;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.DatePrecision;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

/**
 * Keys of who has two words of a name in common, by skeleton. Two words of a crowd's names can be
 * shared by thousands, so first and last word together are also a key with the father's name, one
 * with sex and age, and one with the day of birth. The first word is a key with the father's name.
 */
final class Pairs {

    /** Words of a name that are combined; who has more is found by these. */
    private static final int MOST_WORDS = 6;

    /** Years of birth that are one key; estimates are apart by so much. */
    private static final int YEARS = 4;

    private static final long FATHER = 0x51L << 56;
    private static final long FACTS = 0x52L << 56;
    private static final long BORN = 0x53L << 56;

    private Pairs() {}

    /** The keys of a person. */
    static Set<Long> of(KnownNames names, Person person, Function<Word, int[]> skeletons) {
        Set<Long> keys = new LinkedHashSet<>();
        int year = yearOfBirth(person);
        for (List<Word> name : names.names()) {
            int words = Math.min(MOST_WORDS, name.size());
            if (!names.fatherName().isEmpty()) {
                int father = skeletons.apply(names.fatherName().getFirst())[0];
                for (int first : skeletons.apply(name.getFirst())) {
                    keys.add(withFather(of(first, first), father));
                }
            }
            for (int i = 0; i < words; i++) {
                for (int j = i + 1; j < words; j++) {
                    for (int one : skeletons.apply(name.get(i))) {
                        for (int other : skeletons.apply(name.get(j))) {
                            long pair = of(one, other);
                            keys.add(pair);
                            if (i == 0 && j == words - 1) {
                                keys.add(withFacts(pair, person.sex(), year));
                                born(person).ifPresent(day -> keys.add(withBirth(pair, day)));
                                if (!names.fatherName().isEmpty()) {
                                    keys.add(
                                            withFather(
                                                    pair,
                                                    skeletons
                                                            .apply(names.fatherName().getFirst())[
                                                            0]));
                                }
                            }
                        }
                    }
                }
            }
        }
        return keys;
    }

    static long of(int one, int other) {
        return (long) Math.min(one, other) << 28 | Math.max(one, other);
    }

    static long withFather(long pair, int skeleton) {
        return mixed(pair) ^ FATHER ^ skeleton;
    }

    static long withFacts(long pair, Sex sex, int yearOfBirth) {
        return mixed(pair) ^ FACTS ^ (long) sex.ordinal() << 16 ^ Math.floorDiv(yearOfBirth, YEARS);
    }

    static long withBirth(long pair, LocalDate day) {
        return mixed(pair) ^ BORN ^ day.toEpochDay();
    }

    /** The day of birth, where the day is known. */
    static Optional<LocalDate> born(Person person) {
        DatePrecision precision = person.age().precision();
        return precision == null || precision == DatePrecision.DAY
                ? Optional.ofNullable(person.age().birthDate())
                : Optional.empty();
    }

    static int yearsOfOneKey() {
        return YEARS;
    }

    private static long mixed(long key) {
        long mixed = key * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 29);
    }

    /** In the middle of an estimate; it does not change as time goes by. */
    static int yearOfBirth(Person person) {
        Age age = person.age();
        if (age.birthDate() != null) {
            return age.birthDate().getYear();
        }
        LocalDate estimated =
                age.estimatedOn() == null
                        ? person.recordedAt().atOffset(ZoneOffset.UTC).toLocalDate()
                        : age.estimatedOn();
        int min = age.min() == null ? 0 : age.min();
        int max = age.max() == null ? min : age.max();
        return estimated.getYear() - (min + max) / 2;
    }
}
