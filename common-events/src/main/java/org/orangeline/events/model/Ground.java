package org.orangeline.events.model;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A ground with what was stated for it.
 *
 * @param statement free text, sealed on the wire
 * @param actOn when the act was, as far as it is known: a year, a month or a day; see {@link
 *     PartialDate}
 * @param ageAtAct how old the person was then, in years
 */
public record Ground(
        GroundCode code,
        Confidential<String> statement,
        @Nullable String actOn,
        @Nullable Integer ageAtAct) {

    /** One that says nothing of the time of an act. */
    public Ground(GroundCode code, Confidential<String> statement) {
        this(code, statement, null, null);
    }

    /** Whether it tells when the act was. */
    public boolean saysWhen() {
        return actOn != null || ageAtAct != null;
    }

    /** The days on which the act may have been. */
    public Optional<PartialDate> act() {
        return Optional.ofNullable(actOn).map(PartialDate::of);
    }

    /** The first of these days. */
    public Optional<LocalDate> earliestAct() {
        return act().map(PartialDate::first);
    }
}
