package org.orangeline.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes people in the proportions that al-Hol had in mid 2019: two thirds children, 10% men, 23%
 * women; 43% Syrian, 42% Iraqi, 15% foreign; four unaccompanied children in a thousand (about 250
 * of 63,000); the first who comes is one of these, so that no exodus is without. The same seed
 * makes the same people.
 */
final class Exodus {
    // A family is a mother, 2.9 children on average, in three of ten cases the father; with one
    // man alone to eight families that gives the proportions above.
    private static final double FATHER = 0.30;
    private static final double LONE_MAN = 0.11;
    private static final double LONE_CHILD = 0.02;
    private static final int MOST_CHILDREN = 6;

    private final RandomGenerator random;
    private final Arrivals arrivals;

    private Exodus(RandomGenerator random, Arrivals arrivals) {
        this.random = random;
        this.arrivals = arrivals;
    }

    /**
     * @param people how many people in all, exactly
     */
    static List<Household> of(int people, RandomGenerator random, Arrivals arrivals) {
        Exodus exodus = new Exodus(random, arrivals);
        List<Household> households = new ArrayList<>();
        households.add(exodus.loneChild(Nation.any(random)));
        int missing = people - 1;
        while (missing > 0) {
            Household next = exodus.household(missing);
            households.add(next);
            missing -= next.members().size();
        }
        return households;
    }

    private Household household(int limit) {
        Nation nation = Nation.any(random);
        double kind = random.nextDouble();
        if (limit == 1 || kind < LONE_MAN) {
            return new Household(List.of(loneMan(nation)));
        }
        if (kind < LONE_MAN + LONE_CHILD) {
            return loneChild(nation);
        }
        return family(nation, limit);
    }

    private Household loneChild(Nation nation) {
        return new Household(
                List.of(
                        arrivals.person(
                                nation,
                                random.nextBoolean(),
                                Ages.child(random),
                                null,
                                List.of("UNACCOMPANIED_CHILD"))));
    }

    private Refugee loneMan(Nation nation) {
        return arrivals.person(
                nation, false, Ages.adult(random), null, needs("WOUNDED", 12, "ELDERLY", 3));
    }

    private Household family(Nation nation, int limit) {
        Family family = new Family(arrivals.groupId(), nation.names().family(random));
        List<Refugee> members = new ArrayList<>();
        members.add(
                arrivals.member(
                        family,
                        nation,
                        true,
                        Ages.adult(random),
                        "PARENT",
                        needs("PREGNANT", 8, "NURSING", 15)));
        if (limit > 2 && random.nextDouble() < FATHER) {
            members.add(
                    arrivals.member(
                            family,
                            nation,
                            false,
                            Ages.adult(random),
                            "PARENT",
                            needs("WOUNDED", 12, "MEDICAL_URGENT", 2)));
        }
        int children = Math.min(limit - members.size(), random.nextInt(MOST_CHILDREN + 1));
        for (int i = 0; i < children; i++) {
            members.add(
                    arrivals.member(
                            family,
                            nation,
                            random.nextBoolean(),
                            Ages.childOf(members.getFirst().minAge(), random),
                            "CHILD",
                            needs("WOUNDED", 2, "DISABILITY", 1)));
        }
        return new Household(members);
    }

    private List<String> needs(String one, int onePercent, String other, int otherPercent) {
        List<String> needs = new ArrayList<>();
        if (random.nextInt(100) < onePercent) {
            needs.add(one);
        }
        if (random.nextInt(100) < otherPercent) {
            needs.add(other);
        }
        return needs;
    }

    /**
     * What the members of a family share.
     *
     * @param groupId made on the tablet
     * @param name the family name
     */
    record Family(String groupId, String name) {}
}
