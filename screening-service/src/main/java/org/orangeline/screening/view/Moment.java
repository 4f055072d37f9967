package org.orangeline.screening.view;

import org.orangeline.screening.Register;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Away;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.pcollections.PMap;

/**
 * What a list is made of. All of it is immutable, so that the same objects give the same list.
 *
 * @param clock the day or the minute that the list is of, as text
 */
record Moment(Register register, KnownOperation open, PMap<String, Away> gone, String clock) {

    static Moment of(
            String operation,
            KnownOperation open,
            ScreeningState own,
            Knowledge known,
            Object clock) {
        return new Moment(own.operation(operation), open, known.gone(operation), clock.toString());
    }

    @SuppressWarnings("ReferenceEquality") // a deep comparison would cost more than making it anew
    boolean isSame(Moment other) {
        return register == other.register
                && open == other.open
                && gone == other.gone
                && clock.equals(other.clock);
    }
}
