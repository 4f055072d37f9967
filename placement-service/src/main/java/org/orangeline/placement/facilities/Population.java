package org.orangeline.placement.facilities;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Placement;

/**
 * How many people are in each place, by sex and age, and by need. Who is away for a time counts
 * where the place is; who is missing does not. The bands are those in which relief organisations
 * count; a person counts in that of the lowest age that is possible.
 *
 * @param today the day on which ages count
 */
public record Population(OperationPlacements state, KnownOperation known, LocalDate today) {

    /** Below it a number tells of persons, and is left out where it is published. */
    public static final int FEW = 5;

    /**
     * A count.
     *
     * @param section empty where the facility has none
     * @param ageBand {@code 0-4}, {@code 5-11}, {@code 12-17}, {@code 18-59} or {@code 60+}
     * @param need a code; null where all people are counted
     * @param people null for fewer than {@link #FEW}, where those are left out
     */
    public record Cell(
            String facilityId,
            String section,
            Sex sex,
            String ageBand,
            @Nullable String need,
            @Nullable Long people) {

        /** The same for publication. */
        public Cell published() {
            return people != null && people < FEW
                    ? new Cell(facilityId, section, sex, ageBand, need, null)
                    : this;
        }

        private Cell counted(long many) {
            return new Cell(facilityId, section, sex, ageBand, need, many);
        }
    }

    /** Everybody, by facility, section, sex and age. */
    public List<Cell> all() {
        return counted(inside().map(one -> cell(one, null)));
    }

    /**
     * Who has a need, by facility, section, sex, age and need; who has two counts in both. Children
     * who are alone are listed for those who protect them, and nowhere else.
     */
    public List<Cell> byNeed() {
        return counted(
                inside().flatMap(one ->
                        known.records(one.person).stream()
                                .flatMap(record -> record.needs().stream())
                                .filter(need -> !need.equals(Needs.UNACCOMPANIED_CHILD))
                                .distinct()
                                .map(need -> cell(one, need))));
    }

    private Stream<Inside> inside() {
        return state.placements().values().stream()
                .filter(one -> one.status() == Placement.Status.PLACED && one.missing() == null)
                .flatMap(one ->
                        known
                                .person(known.merges().counts(one.personId()))
                                .map(person -> new Inside(one, person))
                                .stream())
                .collect(
                        Collectors.toMap(
                                one -> one.person.personId(),
                                Function.identity(),
                                (first, _) -> first,
                                TreeMap::new))
                .values()
                .stream();
    }

    private Cell cell(Inside one, @Nullable String need) {
        String section = one.placement.place().section();
        return new Cell(
                one.placement.facilityId(),
                section == null ? "" : section,
                one.person.sex(),
                band(known.atLeast(one.person, today)),
                need,
                null);
    }

    private static List<Cell> counted(Stream<Cell> cells) {
        Map<Cell, Long> many =
                cells.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return many.entrySet().stream()
                .map(entry -> entry.getKey().counted(entry.getValue()))
                .sorted(
                        Comparator.comparing(Cell::facilityId)
                                .thenComparing(Cell::section)
                                .thenComparing(
                                        Cell::need,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(Cell::sex)
                                .thenComparing(cell -> order(cell.ageBand)))
                .toList();
    }

    private static String band(long age) {
        if (age < 5) {
            return "0-4";
        }
        if (age < 12) {
            return "5-11";
        }
        if (age < 18) {
            return "12-17";
        }
        return age < 60 ? "18-59" : "60+";
    }

    private static int order(String band) {
        return List.of("0-4", "5-11", "12-17", "18-59", "60+").indexOf(band);
    }

    private record Inside(Placement placement, PersonFacts person) {}
}
