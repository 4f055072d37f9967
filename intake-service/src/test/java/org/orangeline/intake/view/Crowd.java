package org.orangeline.intake.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Person;

/** Many people, named as people are: few first names, many family names, three scripts. */
final class Crowd {

    private static final List<String> FIRST =
            List.of(
                    "محمد",
                    "أحمد",
                    "علي",
                    "حسين",
                    "عمر",
                    "يوسف",
                    "خالد",
                    "فاطمة",
                    "أمينة",
                    "زينب",
                    "Mohammed",
                    "Ahmed",
                    "Ali",
                    "Hussein",
                    "Omar",
                    "Yusuf",
                    "Khaled",
                    "Fatima",
                    "Мухаммад",
                    "Ахмед",
                    "Али",
                    "Хусейн",
                    "Умар",
                    "Фатима",
                    "Амина",
                    "Зайнаб");

    private static final String[] SYLLABLES = {
        "ba", "da", "fa", "ga", "ha", "ja", "ka", "la", "ma", "na", "ra", "sa", "ta", "za", "sha",
        "kha"
    };

    private Crowd() {}

    static List<Person> of(int people, long seed) {
        Random random = new Random(seed);
        List<Person> crowd = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            int age = random.nextInt(70);
            crowd.add(
                    Names.person(
                            i,
                            random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
                            Age.between(age, age + 3, Names.TODAY),
                            Names.identity(
                                    first(random) + " " + first(random) + " al-" + family(random),
                                    null)));
        }
        return crowd;
    }

    private static String first(Random random) {
        return FIRST.get(random.nextInt(FIRST.size()));
    }

    private static String family(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.append("ni").toString();
    }
}
