package org.orangeline.screening;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;
import org.orangeline.screening.knowledge.Coming;
import org.orangeline.screening.knowledge.Knowledge;

/** Times that officers tell of what happened to a person. */
public final class Told {

    private Told() {}

    /** Why something cannot have been then: it was before the person came, or is still to come. */
    public static Optional<Refusal> implausible(
            String what,
            @Nullable Instant at,
            AboutPerson command,
            Knowledge known,
            Context context) {
        return known.person(command.operation(), command.personId())
                .flatMap(person ->
                        ToldTime.at(
                                what,
                                at,
                                Coming.cameAt(command.operation(), person, known),
                                "the person's arrival",
                                context.now()));
    }

    /** As told, or now. */
    public static Instant or(@Nullable Instant at, Instant otherwise) {
        return at == null ? otherwise : at;
    }
}
