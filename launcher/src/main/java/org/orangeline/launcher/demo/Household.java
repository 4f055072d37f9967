package org.orangeline.launcher.demo;

import java.util.List;

/**
 * People who come together; a person alone is a household as well.
 *
 * @param members parents first
 */
record Household(List<Refugee> members) {
    Household {
        members = List.copyOf(members);
    }

    /** The first member's id stands for all of them. */
    String id() {
        return members.getFirst().id();
    }
}
