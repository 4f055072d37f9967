package org.orangeline.intake.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * Which earlier registrations may be of the same person. It only ever proposes: name, father's
 * name, age, sex, nationality, papers and family are weighed, and a human looks at what is found.
 */
public final class DuplicateFinder {

    /** Less is not shown to anybody. */
    static final int ENOUGH = 75;

    /** Names that are less alike than this are two names, whatever else agrees. */
    private static final double SAME_NAME = 0.72;

    /** A person is shown with so many others at most, the likeliest. */
    static final int MOST_SHOWN = 5;

    /**
     * What the same paper is worth at least where sex and age allow one person, whatever the name:
     * the strongest sign there is. A family has papers in common, so not within a group.
     */
    static final int PAPER = 95;

    private static final double NAME = 60;
    private static final double FATHER_NAME = 15;
    private static final double AGE = 10;

    /** Two who were born on the same day, where both know it. */
    private static final double BIRTH_DAY = 20;

    private static final double SEX = 5;
    private static final double NATIONALITY = 10;
    private static final double FAMILY = 5;
    private static final double DOCUMENT = 60;

    private final NameIndex index;

    public DuplicateFinder(NameIndex index) {
        this.index = index;
    }

    /**
     * Goes on through the identities of an operation.
     *
     * @return whether it has read all that the state has
     */
    public boolean follow(OperationState state, int most) {
        return index.of(state.opened().operation()).follow(state, most);
    }

    /** Who may be the same as this person, the likeliest first. */
    public List<Found> find(OperationState state, Person person, LocalDate today) {
        OperationNames names = index.of(state.opened().operation());
        Optional<KnownNames> mine = names.names(person);
        if (mine.isEmpty()) {
            return List.of();
        }
        List<String> candidates = new TwinQuestion(names, person, mine.get()).likeliest();
        NameLikeness likeness = new NameLikeness();
        List<Found> found = new ArrayList<>();
        for (String id : candidates) {
            Person other = state.persons().get(id);
            if (other != null && !id.equals(person.id()) && areApart(state, person, other)) {
                names.names(other)
                        .map(theirs -> weigh(likeness, person, mine.get(), other, theirs, today))
                        .filter(one -> one.score >= ENOUGH)
                        .ifPresent(found::add);
            }
        }
        return found.stream()
                .sorted(
                        Comparator.comparingInt(Found::score)
                                .thenComparingDouble(Found::weight)
                                .reversed()
                                .thenComparing(one -> one.other.registrationNumber()))
                .limit(MOST_SHOWN)
                .toList();
    }

    // Facts that no slip of a tablet explains spare the comparison of names.
    private static boolean canBeOne(Person one, Person other, LocalDate today) {
        boolean sexes =
                one.sex() == other.sex() || one.sex() == Sex.UNKNOWN || other.sex() == Sex.UNKNOWN;
        return sexes && Facts.age(one.age(), other.age(), today) > 0;
    }

    /** Both in use, and not two people by what an officer linked. */
    private static boolean areApart(OperationState state, Person one, Person other) {
        return !one.isWithdrawn()
                && !other.isWithdrawn()
                && !state.merges().isMergedAway(one.id())
                && !state.merges().isMergedAway(other.id())
                && state.families().link(one.personId(), other.personId()).isEmpty();
    }

    private static Found weigh(
            NameLikeness likeness,
            Person one,
            KnownNames mine,
            Person other,
            KnownNames theirs,
            LocalDate today) {
        Scale scale = new Scale();
        boolean paper = mine.documents().stream().anyMatch(theirs.documents()::contains);
        if (!paper && !canBeOne(one, other, today)) {
            return new Found(other, 0, 0, List.of());
        }
        double name = likeness.best(mine.names(), theirs.names());
        if (!paper && name < SAME_NAME) {
            return new Found(other, 0, 0, List.of());
        }
        scale.put(Because.NAME, NAME, name);
        if (!mine.fatherName().isEmpty() && !theirs.fatherName().isEmpty()) {
            scale.put(
                    Because.FATHER_NAME,
                    FATHER_NAME,
                    likeness.contained(mine.fatherName(), List.of(theirs.fatherName())));
        }
        scale.put(
                Because.AGE,
                Facts.bornOnOneDay(one, other) ? BIRTH_DAY : AGE,
                Facts.age(one.age(), other.age(), today));
        Facts.sex(one, other).ifPresent(same -> scale.put(Because.SEX, SEX, same));
        Facts.nationality(one, other)
                .ifPresent(same -> scale.put(Because.NATIONALITY, NATIONALITY, same));
        if (paper) {
            scale.put(Because.DOCUMENT, DOCUMENT, 1);
        }
        if (Facts.sameGroup(one, other)) {
            scale.put(Because.FAMILY, FAMILY, 1);
        }
        boolean own = paper && canBeOne(one, other, today) && !Facts.sameGroup(one, other);
        int score = own ? Math.max(PAPER, scale.score()) : scale.score();
        return new Found(other, score, scale.sum, scale.parts);
    }

    /** Parts with their weights. */
    private static final class Scale {

        private final List<Because> parts = new ArrayList<>();
        private double sum;
        private double all;

        void put(String code, double weight, double score) {
            parts.add(new Because(code, score));
            sum += weight * score;
            all += weight;
        }

        int score() {
            return (int) Math.round(100 * sum / all);
        }
    }

    /**
     * A registration that may be of the same person.
     *
     * @param score 0 to 100
     * @param weight of what agrees: it tells apart those who agree in all that is known of them
     * @param because every part that was weighed
     */
    public record Found(Person other, int score, double weight, List<Because> because) {

        public Found {
            because = List.copyOf(because);
        }

        /** The codes of the parts that speak for it. */
        public List<String> codes() {
            return because.stream().filter(Because::agrees).map(Because::code).toList();
        }
    }
}
