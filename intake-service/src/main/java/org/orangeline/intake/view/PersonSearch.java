package org.orangeline.intake.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.operations.OperationState;

/**
 * Finds persons by name, number and facts; best first, with why. A name is looked up across
 * scripts; facts narrow it down, an age and a father's name move it up or down.
 */
public final class PersonSearch {

    private static final double EXACT = 1.0;

    /** Below this a name does not count as found. */
    private static final double ENOUGH = 0.55;

    /** The same while words that share no skeleton are not counted. */
    private static final double MAY_BE_ENOUGH = 0.4;

    /** Persons of a fitting name whose facts are looked at, at most. */
    private static final int MOST_LOOKED_AT = 3_000;

    private static final double NAME = 60;
    private static final double FATHER_NAME = 20;
    private static final double AGE = 20;

    private final NameIndex index;

    public PersonSearch(NameIndex index) {
        this.index = index;
    }

    /**
     * Every person who fits, by score, then by number; of a name that is very common the likeliest
     * {@link OperationNames#MOST_SCORED}, out of {@link NameQuestion#MOST_GATHERED} whose names are
     * scored and {@link #MOST_LOOKED_AT} whose facts are looked at.
     *
     * @return empty when the names of the state have not been read yet: come back
     */
    public Optional<List<Hit>> find(OperationState state, Query query, LocalDate today) {
        if (query.name == null) {
            return Optional.of(
                    ranked(
                            state.persons().values().stream()
                                    .filter(person -> query.fits(state, person, today))
                                    .map(person -> byFacts(person, query, today))));
        }
        OperationNames names = index.of(state.opened().operation());
        if (!names.follow(state, OperationNames.MOST_AT_ONCE)) {
            return Optional.empty();
        }
        List<Word> asked = index.words(query.name);
        List<Word> father = query.fatherName == null ? List.of() : index.words(query.fatherName);
        NameLikeness likeness = new NameLikeness();
        List<Hit> hits = new ArrayList<>();
        int looked = 0;
        for (String id : new NameQuestion(names).ranked(asked, father, true, MAY_BE_ENOUGH)) {
            if (hits.size() == OperationNames.MOST_SCORED || looked++ == MOST_LOOKED_AT) {
                break;
            }
            Person person = state.persons().get(id);
            if (person != null && query.fits(state, person, today)) {
                names.names(person)
                        .flatMap(known -> hit(likeness, person, known, asked, father, query, today))
                        .ifPresent(hits::add);
            }
        }
        return Optional.of(ranked(hits.stream()));
    }

    private static Optional<Hit> hit(
            NameLikeness names,
            Person person,
            KnownNames known,
            List<Word> asked,
            List<Word> father,
            Query query,
            LocalDate today) {
        double name = names.contained(asked, known.names());
        if (name < ENOUGH) {
            return Optional.empty();
        }
        List<Because> because = new ArrayList<>();
        because.add(new Because(Because.NAME, name));
        double sum = NAME * name;
        double all = NAME;
        if (!father.isEmpty()) {
            double likeness = NameQuestion.NOT_KNOWN;
            if (!known.fatherName().isEmpty()) {
                likeness = names.contained(father, List.of(known.fatherName()));
                because.add(new Because(Because.FATHER_NAME, likeness));
            }
            sum += FATHER_NAME * likeness;
            all += FATHER_NAME;
        }
        if (query.years != null) {
            double near = Facts.age(person.age(), query.years, today);
            because.add(new Because(Because.AGE, near));
            sum += AGE * near;
            all += AGE;
        }
        because.addAll(query.facts());
        return Optional.of(new Hit(person, sum / all, because));
    }

    private static Hit byFacts(Person person, Query query, LocalDate today) {
        if (query.years == null) {
            return new Hit(person, EXACT, query.facts());
        }
        double near = Facts.age(person.age(), query.years, today);
        List<Because> because = new ArrayList<>(query.facts());
        because.add(new Because(Because.AGE, near));
        return new Hit(person, near, because);
    }

    private static List<Hit> ranked(Stream<Hit> hits) {
        return hits.sorted(
                        Comparator.comparingDouble(Hit::score)
                                .reversed()
                                .thenComparing(hit -> hit.person.registrationNumber()))
                .toList();
    }

    /**
     * What to look for; null fits everybody.
     *
     * @param name any words of any name, any script
     * @param fatherName of any script, besides the name; lowers the score of a person with another
     *     one, and a little that of a person without one
     * @param registrationNumber as {@link RegistrationNumber#asked} gives it
     * @param child only children and persons in doubt, or only adults
     * @param years about how old; moves others down
     */
    public record Query(
            @Nullable String name,
            @Nullable String fatherName,
            @Nullable String registrationNumber,
            @Nullable Sex sex,
            @Nullable String nationality,
            @Nullable Boolean child,
            @Nullable Integer years,
            @Nullable String need,
            @Nullable String familyGroupId,
            @Nullable String receptionPoint) {

        boolean fits(OperationState state, Person person, LocalDate today) {
            return !person.isWithdrawn()
                    && (registrationNumber == null
                            || RegistrationNumber.isMeant(
                                    registrationNumber, person.registrationNumber()))
                    && (sex == null || sex == person.sex())
                    && (nationality == null
                            || person.nationalities().stream()
                                    .map(claim -> NationalityClaim.meaning(claim.country()))
                                    .anyMatch(NationalityClaim.meaning(nationality)::equals))
                    && (child == null || child == AgeClaims.isChild(state, person.id(), today))
                    && (need == null || person.needs().contains(need))
                    && (familyGroupId == null
                            || (person.family() != null
                                    && person.family().groupId().equals(familyGroupId)))
                    && (receptionPoint == null || receptionPoint.equals(person.receptionPoint()));
        }

        /** The facts that everybody who fits agrees with. */
        List<Because> facts() {
            List<Because> facts = new ArrayList<>();
            if (sex != null) {
                facts.add(new Because(Because.SEX, EXACT));
            }
            if (nationality != null) {
                facts.add(new Because(Because.NATIONALITY, EXACT));
            }
            if (familyGroupId != null) {
                facts.add(new Because(Because.FAMILY, EXACT));
            }
            return facts;
        }

        @Override
        public String toString() {
            return "Query[…]";
        }
    }

    /**
     * @param score how well it fits, 1 at most; 1 when nothing was asked that is a matter of degree
     * @param because the parts of it
     */
    public record Hit(Person person, double score, List<Because> because) {

        public Hit {
            because = List.copyOf(because);
        }
    }
}
