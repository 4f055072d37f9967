package org.orangeline.intake.view;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

/** Finds persons by name, number and facts; best first. */
public final class PersonSearch {

    private static final double EXACT = 1.0;
    private static final double BEGINS_WITH = 0.8;
    private static final double ONE_LETTER_OFF = 0.6;

    /** Below this a name does not count as found. */
    private static final double ENOUGH = 0.5;

    /** Shorter words have too many neighbours one letter away. */
    private static final int SHORTEST_WITH_TYPO = 4;

    private final NameIndex names;

    public PersonSearch(NameIndex names) {
        this.names = names;
    }

    /** Every person who fits, by score, then by number. */
    public List<Hit> find(Collection<Person> persons, Query query, LocalDate today) {
        List<String> asked = NameIndex.split(query.name);
        return persons.stream()
                .filter(person -> query.fits(person, today))
                .map(person -> new Hit(person, asked.isEmpty() ? EXACT : score(asked, person)))
                .filter(hit -> hit.score >= ENOUGH)
                .sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(hit -> hit.person.registrationNumber()))
                .toList();
    }

    private double score(List<String> asked, Person person) {
        List<String> words = names.words(person);
        return asked.stream()
                .mapToDouble(
                        word -> words.stream().mapToDouble(w -> alike(word, w)).max().orElse(0))
                .average()
                .orElse(0);
    }

    private static double alike(String asked, String word) {
        if (word.equals(asked)) {
            return EXACT;
        }
        if (word.startsWith(asked)) {
            return BEGINS_WITH;
        }
        return asked.length() >= SHORTEST_WITH_TYPO && isOneEditAway(asked, word)
                ? ONE_LETTER_OFF
                : 0;
    }

    private static boolean isOneEditAway(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        return Math.max(a.length(), b.length()) - start - end <= 1;
    }

    /**
     * What to look for; null fits everybody.
     *
     * @param name any words of any name, any script
     * @param child only children and persons in doubt, or only adults
     */
    public record Query(
            @Nullable String name,
            @Nullable String registrationNumber,
            @Nullable Sex sex,
            @Nullable String nationality,
            @Nullable Boolean child,
            @Nullable String need,
            @Nullable String familyGroupId,
            @Nullable String receptionPoint) {

        boolean fits(Person person, LocalDate today) {
            return (registrationNumber == null
                            || registrationNumber.equals(person.registrationNumber()))
                    && (sex == null || sex == person.sex())
                    && (nationality == null
                            || person.nationalities().stream()
                                    .anyMatch(claim -> claim.country().equals(nationality)))
                    && (child == null || child == person.age().isChildOrInDoubt(today))
                    && (need == null || person.needs().contains(need))
                    && (familyGroupId == null
                            || (person.family() != null
                                    && person.family().groupId().equals(familyGroupId)))
                    && (receptionPoint == null || receptionPoint.equals(person.receptionPoint()));
        }

        @Override
        public String toString() {
            return "Query[…]";
        }
    }

    /**
     * @param score 0.5 to 1; 1 when no name was asked for
     */
    public record Hit(Person person, double score) {}
}
