package org.orangeline.launcher.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Invented names of one language.
 *
 * @param script ISO 15924 code
 * @param women given names
 * @param men given names
 * @param families family names
 */
record Names(String script, List<String> women, List<String> men, List<String> families) {
    static final Names ARABIC =
            new Names(
                    "Arab",
                    List.of("فاطمة", "مريم", "زينب", "أمينة", "هدى", "سعاد", "نور", "رنا", "ليلى"),
                    List.of("محمد", "أحمد", "علي", "حسين", "عمر", "خالد", "يوسف", "إبراهيم"),
                    List.of("الحسن", "العبيدي", "الجبوري", "حداد", "الخطيب", "النجار", "الدليمي"));
    static final Names RUSSIAN =
            new Names(
                    "Cyrl",
                    List.of("Анна", "Мария", "Екатерина", "Ольга", "Наталья", "Ирина", "Татьяна"),
                    List.of("Иван", "Алексей", "Дмитрий", "Сергей", "Андрей", "Николай"),
                    List.of("Иваненко", "Кузьменко", "Черных", "Седых", "Русских", "Шевченко"));
    static final Names KAZAKH =
            new Names(
                    "Cyrl",
                    List.of("Айгүл", "Гүлнар", "Жанар", "Сәуле", "Динара"),
                    List.of("Нұрлан", "Ерлан", "Болат", "Әлихан", "Тимур"),
                    List.of("Әбдіқадыр", "Жұмабай", "Сейітқали", "Өмірзақ"));
    static final Names FRENCH =
            new Names(
                    "Latn",
                    List.of("Élodie", "Chloé", "Inès", "Françoise", "Manon"),
                    List.of("François", "Théo", "Jérôme", "Loïc", "René"),
                    List.of("Lefèvre", "Moreau", "Garçon", "Noël", "Bérard"));
    static final Names GERMAN =
            new Names(
                    "Latn",
                    List.of("Jürgine", "Käthe", "Sabine", "Heike", "Ayşe"),
                    List.of("Jürgen", "Björn", "Götz", "Stefan", "Yusuf"),
                    List.of("Müller", "Weiß", "Schröder", "Krüger", "Groß"));
    static final Names SWEDISH =
            new Names(
                    "Latn",
                    List.of("Åsa", "Märta", "Ebba", "Linnéa"),
                    List.of("Göran", "Håkan", "Åke", "Sören"),
                    List.of("Sjöberg", "Åkesson", "Öberg", "Lindström"));
    static final Names TURKISH =
            new Names(
                    "Latn",
                    List.of("Ayşe", "Gülşen", "Şirin", "İpek"),
                    List.of("Çağrı", "İbrahim", "Oğuz", "Şükrü"),
                    List.of("Yıldız", "Öztürk", "Çelik", "Güneş"));

    String given(boolean woman, RandomGenerator random) {
        return any(woman ? women : men, random);
    }

    String family(RandomGenerator random) {
        return any(families, random);
    }

    private static String any(List<String> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
