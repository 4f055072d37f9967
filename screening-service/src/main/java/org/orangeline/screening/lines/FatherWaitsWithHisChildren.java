package org.orangeline.screening.lines;

import java.util.Optional;

/**
 * L2: a man who is alone with children in his care waits with them in the line for families, and
 * they with him; a plan without such a line sends him to the men and them to the women.
 */
public final class FatherWaitsWithHisChildren implements Sorting {

    @Override
    public String rule() {
        return "L2";
    }

    @Override
    public Optional<Sorted> sort(Arrival arrival) {
        return arrival.forFamilies()
                .filter(_ -> arrival.withFather().getAsBoolean())
                .map(group -> new Sorted(group, rule()));
    }
}
