package org.orangeline.intake.view;

import java.util.List;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * Prints how long searches take among 100,000 people; a measurement, not a test. Run it with the
 * test class path: {@code java -cp ... org.orangeline.intake.view.SearchTimes}.
 */
final class SearchTimes {

    private static final int WARM = 50;
    private static final int ROUNDS = 200;

    private SearchTimes() {}

    public static void main(String[] args) {
        List<Person> crowd = Crowd.of(ManyNamesTest.PEOPLE, 7);
        OperationState state = Names.operation(crowd);
        NameIndex index = Names.index();
        long began = System.nanoTime();
        boolean unused = index.of("baghuz-2019").follow(state, Integer.MAX_VALUE);
        System.out.printf("reading %d names: %d ms%n", crowd.size(), millis(began));
        PersonSearch search = new PersonSearch(index);
        DuplicateFinder finder = new DuplicateFinder(index);
        for (String name :
                List.of("Mohammed", "Мухаммад Ахмед", "فاطمة علي", "Omar Yusuf al-Shabakani")) {
            var query =
                    new PersonSearch.Query(
                            name, null, null, null, null, null, null, null, null, null);
            time("search " + name, () -> search.find(state, query, Names.TODAY));
        }
        for (int i : new int[] {1, 2, 3}) {
            time("duplicates", () -> finder.find(state, crowd.get(i), Names.TODAY));
        }
    }

    private static void time(String what, Runnable call) {
        for (int i = 0; i < WARM; i++) {
            call.run();
        }
        long worst = 0;
        long began = System.nanoTime();
        for (int i = 0; i < ROUNDS; i++) {
            long each = System.nanoTime();
            call.run();
            worst = Math.max(worst, System.nanoTime() - each);
        }
        System.out.printf(
                "%-40s mean %.1f ms, worst %.1f ms%n",
                what, (System.nanoTime() - began) / 1e6 / ROUNDS, worst / 1e6);
    }

    private static long millis(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }
}
