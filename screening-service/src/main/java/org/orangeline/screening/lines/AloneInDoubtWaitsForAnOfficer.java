package org.orangeline.screening.lines;

import java.util.Optional;

/**
 * L2: a person alone whose age range spans 18 may be a child among men or a man among children: an
 * officer looks.
 */
public final class AloneInDoubtWaitsForAnOfficer implements Sorting {

    @Override
    public String rule() {
        return "L2";
    }

    @Override
    public Optional<Sorted> sort(Arrival arrival) {
        return arrival.alone() && arrival.person().isInDoubt(arrival.today())
                ? Optional.of(new Sorted(arrival.otherwise(), rule()))
                : Optional.empty();
    }
}
