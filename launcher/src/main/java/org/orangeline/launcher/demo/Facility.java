package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A camp, prison or other place of the demo.
 *
 * @param id slug
 * @param name what people call it
 * @param kind coded kind
 * @param capacity places
 * @param adultMenOnly true for a prison for men
 */
record Facility(String id, String name, String kind, int capacity, boolean adultMenOnly) {
    static final String LAST_PLACE = "transit-suwar";

    /**
     * Places for what the screening will find: the first of a kind fills up, the second takes the
     * rest.
     */
    static List<Facility> forCases(List<Case> cases, List<Household> exodus) {
        int fighters = count(cases, "FIGHTER");
        int associated = count(cases, "CHILD_ASSOCIATED");
        int inCamps =
                exodus.stream()
                        .filter(household -> household.members().getFirst().role() != null)
                        .mapToInt(household -> household.members().size())
                        .sum();
        return List.of(
                new Facility("camp-al-hol", "Al-Hol", "CAMP", share(inCamps, 40), false),
                new Facility("camp-roj", "Roj", "CAMP", share(inCamps, 75), false),
                new Facility("prison-hasakah", "Hasakah", "PRISON", share(fighters, 45), true),
                new Facility("prison-shaddadi", "Shaddadi", "PRISON", share(fighters, 60), true),
                new Facility("child-centre-tell", "Tell", "CHILD_CENTRE", associated + 10, false),
                new Facility("hospital-hasakah", "Hasakah hospital", "HOSPITAL", 40, false),
                new Facility(LAST_PLACE, "Suwar", "TRANSIT", 1, false));
    }

    private static int count(List<Case> cases, String finding) {
        return (int) cases.stream().filter(one -> one.finding().equals(finding)).count();
    }

    private static int share(int people, int percent) {
        // Rounded up: two shares that are more than all must hold all, however few they are.
        return Math.max(2, Math.ceilDiv(people * percent, 100));
    }

    ObjectNode json() {
        ObjectNode json =
                Scene.json().put("name", name).put("kind", kind).put("capacity", capacity);
        if (adultMenOnly) {
            ObjectNode admits = json.putObject("admits");
            admits.putArray("sexes").add("MALE");
            admits.putArray("ages").add("ADULT");
        }
        return json;
    }
}
