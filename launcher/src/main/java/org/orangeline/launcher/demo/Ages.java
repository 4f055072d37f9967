package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.random.RandomGenerator;

/**
 * An age as a tablet sends it.
 *
 * @param min lowest plausible age in years
 * @param max highest plausible age in years
 * @param json the body's {@code age}
 */
record Ages(int min, int max, ObjectNode json) {
    private static final int KNOWN_PERCENT = 35;
    private static final int DOUBT_PERCENT = 3;
    private static final int YOUNGEST_MOTHER = 14;

    static Ages adult(RandomGenerator random) {
        int age = 19 + (int) Math.min(60, Math.abs(random.nextGaussian() * 14));
        return of(age, 19, 90, random);
    }

    /** Most are small; the age of a few young people is in doubt. */
    static Ages child(RandomGenerator random) {
        if (random.nextInt(100) < DOUBT_PERCENT) {
            return range(16, 19);
        }
        return of(random.nextInt(17), 0, 17, random);
    }

    /** Of a mother: so much younger that she can be one. */
    static Ages childOf(int mother, RandomGenerator random) {
        int oldest = Math.min(16, mother - YOUNGEST_MOTHER);
        return oldest == 16 ? child(random) : of(random.nextInt(oldest + 1), 0, 17, random);
    }

    private static Ages of(int age, int lowest, int highest, RandomGenerator random) {
        if (random.nextInt(100) < KNOWN_PERCENT) {
            // Half a year from the next birthday, so that nobody comes of age while this runs.
            LocalDate birth =
                    LocalDate.now(java.time.ZoneOffset.UTC).minusYears(age).minusMonths(6);
            ObjectNode json = Api.JSON.createObjectNode();
            json.put("birthDate", birth.toString());
            return new Ages(age, age, json);
        }
        int min = Math.max(lowest, age - 2);
        int max = Math.min(highest, age + 3);
        return range(min, max);
    }

    private static Ages range(int min, int max) {
        ObjectNode json = Api.JSON.createObjectNode();
        json.put("min", min).put("max", max).put("method", "APPEARANCE").put("assessor", "R-07");
        return new Ages(min, max, json);
    }
}
