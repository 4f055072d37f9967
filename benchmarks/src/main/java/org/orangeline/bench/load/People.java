package org.orangeline.bench.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * New people with names that differ as in life, in Latin and Arabic script. The same seed makes the
 * same people in the same order, whichever thread asks; only their ids differ between runs.
 */
public final class People {
    private static final List<String> LATIN =
            List.of(
                    "ab", "ba", "da", "fa", "ha", "ja", "ka", "la", "ma", "na", "ra", "sa", "ta",
                    "wa", "ya", "za", "di", "fi", "ri", "si", "mu", "nu", "ru", "su");
    private static final List<String> ARABIC =
            List.of(
                    "اب", "با", "دا", "فا", "ها", "جا", "كا", "لا", "ما", "نا", "را", "سا", "تا",
                    "وا", "يا", "زا", "دي", "في", "ري", "سي", "مو", "نو", "رو", "سو");
    private static final List<String> COUNTRIES =
            List.of("SYR", "IRQ", "SYR", "IRQ", "SYR", "IRQ", "RUS", "FRA", "TUN");
    private static final List<String> POINTS = List.of("east-ridge", "wadi", "road-post");
    private static final int ARABIC_PERCENT = 40;

    private final long seed;
    private final List<String> points;
    private final AtomicLong count = new AtomicLong();
    private final SplittableRandom ids = new SplittableRandom();

    /** Of all reception points. */
    public People(long seed) {
        this(seed, POINTS);
    }

    private People(long seed, List<String> points) {
        this.seed = seed;
        this.points = points;
    }

    /** Of one reception point, the one of a tablet. */
    public static People at(String point, long seed) {
        return new People(seed, List.of(point));
    }

    /** Somebody who has not come yet. */
    public Person next() {
        SplittableRandom random = random(count.getAndIncrement());
        boolean arabic = random.nextInt(100) < ARABIC_PERCENT;
        String name = name(random, arabic);
        int age = random.nextInt(100) < 66 ? random.nextInt(16) : 20 + random.nextInt(50);
        StringBuilder json = new StringBuilder(400);
        String id = id();
        json.append("{\"personId\":\"").append(id);
        json.append("\",\"receptionPoint\":\"").append(any(points, random));
        json.append("\",\"arrivedAt\":\"2019-03-05T09:12:00Z\",\"sex\":\"");
        json.append(random.nextBoolean() ? "FEMALE" : "MALE").append("\",\"age\":{\"min\":");
        json.append(age).append(",\"max\":").append(age + (age < 16 ? 2 : 5));
        json.append(",\"method\":\"APPEARANCE\",\"assessor\":\"off-17\"},\"nationalities\":");
        json.append("[{\"country\":\"").append(any(COUNTRIES, random));
        json.append("\",\"basis\":\"CLAIMED\"}],\"identity\":{\"names\":[{\"value\":\"");
        json.append(name).append("\",\"script\":\"").append(arabic ? "Arab" : "Latn");
        json.append("\"}],\"fatherName\":\"").append(word(random, arabic)).append("\"}}");
        return new Person(id, name, json.toString());
    }

    /** Names of people that {@link #next()} has made, with an error of typing now and then. */
    public String someName(SplittableRandom any) {
        SplittableRandom random = random(any.nextLong(Math.max(1, count.get())));
        String name = name(random, random.nextInt(100) < ARABIC_PERCENT);
        if (any.nextInt(4) > 0) {
            return name;
        }
        int cut = 1 + any.nextInt(name.length() - 1);
        return name.substring(0, cut - 1) + name.substring(cut);
    }

    private SplittableRandom random(long index) {
        return new SplittableRandom(seed * 1_000_000_007L + index);
    }

    private static String name(SplittableRandom random, boolean arabic) {
        String between = arabic ? " ال" : " al-";
        return word(random, arabic) + between + word(random, arabic) + part(random, arabic);
    }

    private static String word(SplittableRandom random, boolean arabic) {
        StringBuilder word = new StringBuilder(part(random, arabic)).append(part(random, arabic));
        if (random.nextBoolean()) {
            word.append(part(random, arabic));
        }
        return arabic ? word.toString() : capital(word);
    }

    private static String part(SplittableRandom random, boolean arabic) {
        return any(arabic ? ARABIC : LATIN, random);
    }

    private static String capital(StringBuilder word) {
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    private static String any(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    // UUIDv7, as a tablet makes it.
    private synchronized String id() {
        long high = System.currentTimeMillis() << 16 | 0x7000 | ids.nextInt(0x1000);
        long low = 0x8000_0000_0000_0000L | ids.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }

    /**
     * @param id made on the tablet
     * @param name the whole name
     * @param json the body of the registration
     */
    public record Person(String id, String name, String json) {}
}
