package org.orangeline.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the screening of a person will find: of all adults, and of a few older boys.
 *
 * @param person who is screened
 * @param finding the finding
 * @param grounds codes of its grounds
 */
record Case(Refugee person, String finding, List<String> grounds) {
    private static final int ASSOCIATED_FROM = 12;
    private static final int ASSOCIATED_PERCENT = 8;

    Case {
        grounds = List.copyOf(grounds);
    }

    static List<Case> of(List<Household> exodus, RandomGenerator random) {
        List<Case> cases = new ArrayList<>();
        for (Household household : exodus) {
            for (Refugee person : household.members()) {
                if (person.adult()) {
                    cases.add(person.female() ? woman(person, random) : man(person, random));
                } else if (person.child()
                        && !person.female()
                        && person.minAge() >= ASSOCIATED_FROM
                        && random.nextInt(100) < ASSOCIATED_PERCENT) {
                    cases.add(new Case(person, "CHILD_ASSOCIATED", List.of("PROTECTION_NEED")));
                }
            }
        }
        return cases;
    }

    private static Case man(Refugee person, RandomGenerator random) {
        int percent = random.nextInt(100);
        if (percent < 55) {
            List<String> grounds =
                    List.of("DIRECT_PARTICIPATION", "COMMAND_ROLE", "CRIMINAL_SUSPICION");
            return new Case(
                    person, "FIGHTER", List.of(grounds.get(random.nextInt(grounds.size()))));
        }
        return percent < 90
                ? new Case(person, "CIVILIAN", List.of("NO_INDICATION"))
                : new Case(person, "UNDETERMINED", List.of("NO_INDICATION"));
    }

    private static Case woman(Refugee person, RandomGenerator random) {
        int percent = random.nextInt(100);
        if (percent < 30) {
            return new Case(person, "FAMILY_MEMBER", List.of("FAMILY_TIE", "SECURITY_INFORMATION"));
        }
        return percent < 75
                ? new Case(person, "FAMILY_MEMBER", List.of("FAMILY_TIE"))
                : new Case(person, "CIVILIAN", List.of("NO_INDICATION"));
    }

    /** Whether a proposal to place the person must follow. */
    boolean leadsToPlacement() {
        return !finding.equals("CIVILIAN") && !finding.equals("UNDETERMINED");
    }
}
