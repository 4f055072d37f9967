package org.orangeline.intake.births;

import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.runtime.SubjectRef;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What intake-service learns from placement-service: who was born in custody.
 *
 * @param byOperation births by the child's id, by operation
 */
public record Births(PMap<String, PMap<String, Birth>> byOperation) {

    public static final Births NONE = new Births(HashTreePMap.empty());

    public Births learn(Recorded<? extends DomainEvent> recorded) {
        return switch (recorded.event()) {
            case BornInCustody born ->
                    with(
                            recorded.envelope().operation(),
                            new Birth(
                                    born.childId(),
                                    born.personId(),
                                    born.facilityId(),
                                    born.bornAt(),
                                    born.sex(),
                                    recorded.envelope().id()));
            case PlacementEvent _ -> this;
            default -> throw new IllegalArgumentException("nothing is learned from that service");
        };
    }

    public Optional<Birth> birth(String operation, String childId) {
        return Optional.ofNullable(of(operation).get(childId));
    }

    /** Every child that was born in custody. */
    public Stream<SubjectRef> subjects() {
        return byOperation.entrySet().stream()
                .flatMap(births ->
                        births.getValue().keySet().stream()
                                .map(child -> new SubjectRef(births.getKey(), child)));
    }

    private Births with(String operation, Birth birth) {
        return new Births(
                byOperation.plus(operation, of(operation).plus(birth.childId().toString(), birth)));
    }

    private PMap<String, Birth> of(String operation) {
        return byOperation.getOrDefault(operation, HashTreePMap.empty());
    }
}
