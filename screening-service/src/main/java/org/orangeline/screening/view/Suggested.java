package org.orangeline.screening.view;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.lines.Suggestion;

/** A person about whom the line officer has to decide. */
public record Suggested(KnownPerson person, Place place, Suggestion suggestion) {

    private static final Comparator<Suggested> ORDER =
            Comparator.comparing((Suggested one) -> one.suggestion.at())
                    .thenComparing(one -> one.person.registrationNumber());

    static List<Suggested> open(
            String operation, KnownOperation open, ScreeningState own, Knowledge known) {
        var register = own.operation(operation);
        return register.suggestions().entrySet().stream()
                .filter(one -> known.isHere(operation, one.getKey()))
                .flatMap(one -> {
                    KnownPerson person = open.persons().get(one.getKey());
                    Place place = register.places().get(one.getKey());
                    return person == null || place == null
                            ? Stream.empty()
                            : Stream.of(new Suggested(person, place, one.getValue()));
                })
                .sorted(ORDER)
                .toList();
    }
}
