package org.orangeline.screening.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The moments of one rule: for each person one that lasts at most, and all that have ended. */
final class OpenMoments {

    private final Map<Key, ScreeningMoment> open = new LinkedHashMap<>();
    private final List<ScreeningMoment> ended = new ArrayList<>();

    Optional<ScreeningMoment> of(Look look, UUID person) {
        return Optional.ofNullable(open.get(new Key(look.operation(), person)));
    }

    void lasts(ScreeningMoment moment) {
        open.put(Key.of(moment), moment);
    }

    /** It ended without a word, or in time. */
    void forget(ScreeningMoment moment) {
        open.remove(Key.of(moment));
    }

    void ended(ScreeningMoment moment) {
        open.remove(Key.of(moment));
        ended.add(moment);
    }

    List<ScreeningMoment> lasting() {
        return List.copyOf(open.values());
    }

    Stream<ScreeningMoment> all() {
        return Stream.concat(ended.stream(), open.values().stream());
    }

    private record Key(String operation, UUID person) {

        static Key of(ScreeningMoment moment) {
            return new Key(moment.operation(), moment.personId());
        }
    }
}
