package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.SharedValues;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.placement.Transferred;
import org.orangeline.intake.custody.Stay.State;
import org.orangeline.runtime.ChampMap;
import org.orangeline.runtime.SubjectRef;
import org.pcollections.PMap;

/**
 * What intake-service learns from placement-service: who was born in custody, and who is in a place
 * or no longer, as far as children depend on it.
 *
 * @param births by the child's id, by operation
 * @param stays by operation, without who is missing: {@link #staysOf} adds them
 * @param ordered by operation, then person id, the placement that is ordered
 * @param cases by operation, what is open about people
 */
public record Custody(
        PMap<String, PMap<String, Birth>> births,
        PMap<String, Stays> stays,
        PMap<String, PMap<String, UUID>> ordered,
        PMap<String, Cases> cases) {

    public static final Custody NONE =
            new Custody(ChampMap.empty(), ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    public Custody learn(Recorded<? extends DomainEvent> recorded) {
        Custody placed = placed(recorded);
        return recorded.event() instanceof PlacementEvent event
                ? placed.with(recorded.envelope().operation(), event, recorded.envelope().time())
                : placed;
    }

    private Custody placed(Recorded<? extends DomainEvent> recorded) {
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
                                    recorded.envelope().id(),
                                    null));
            case PlacementOrdered order ->
                    ordered(order.personId(), order.placementId(), recorded.envelope().operation());
            case PlacementCancelled cancelled ->
                    notOrdered(recorded.envelope().operation(), cancelled.personId());
            case PlacedInDetention placed ->
                    inside(placed.personId(), placed.placementId(), placed.facilityId(), recorded);
            case ShelterProvided sheltered ->
                    inside(
                            sheltered.personId(),
                            sheltered.placementId(),
                            sheltered.facilityId(),
                            recorded);
            case Transferred moved ->
                    inside(moved.personId(), moved.placementId(), moved.facilityId(), recorded);
            case FoundInside found ->
                    inside(found.personId(), found.placementId(), found.facilityId(), recorded);
            case FactWithdrawn withdrawn -> withdrawn(withdrawn, recorded);
            case ReleasedFromDetention left ->
                    with(left.personId(), left.placementId(), State.RELEASED, null, recorded);
            case Escaped escaped ->
                    with(escaped.personId(), escaped.placementId(), State.ESCAPED, null, recorded);
            case HandedOver over ->
                    with(over.personId(), over.placementId(), State.HANDED_OVER, null, recorded);
            case DiedInCustody died ->
                    with(died.personId(), died.placementId(), State.DIED, null, recorded);
            case PlacementEvent _ -> this;
            default -> throw new IllegalArgumentException("nothing is learned from that service");
        };
    }

    public Optional<Birth> birth(String operation, String childId) {
        return Optional.ofNullable(of(operation).get(childId));
    }

    /** What is open about the people of an operation. */
    public Cases casesOf(String operation) {
        return cases.getOrDefault(operation, Cases.NONE);
    }

    /** Who of an operation is or was in a place. */
    public Stays staysOf(String operation) {
        return placedOf(operation).with(casesOf(operation));
    }

    private Stays placedOf(String operation) {
        return stays.getOrDefault(operation, Stays.NONE);
    }

    /**
     * Whether somebody answers for the person's liberty: ordered to a place, in one, or escaped
     * from one. Then the record has to say why.
     *
     * @param registrations all of the person
     */
    public boolean isHeld(String operation, Collection<String> registrations) {
        PMap<String, UUID> orders = ordered.getOrDefault(operation, ChampMap.empty());
        return registrations.stream().anyMatch(orders::containsKey)
                || staysOf(operation)
                        .of(registrations)
                        .filter(stay ->
                                stay.state() == State.INSIDE || stay.state() == State.ESCAPED)
                        .isPresent();
    }

    /** Every child that was born in custody. */
    public Stream<SubjectRef> subjects() {
        return births.entrySet().stream()
                .flatMap(born ->
                        born.getValue().keySet().stream()
                                .map(child -> new SubjectRef(born.getKey(), child)));
    }

    private Custody with(String operation, PlacementEvent event, Instant recordedAt) {
        Cases now = casesOf(operation).learn(event, recordedAt);
        return now == casesOf(operation)
                ? this
                : new Custody(births, stays, ordered, cases.plus(operation, now));
    }

    private Custody with(String operation, Birth birth) {
        return new Custody(
                births.plus(
                        operation, of(operation).plus(SharedValues.text(birth.childId()), birth)),
                stays,
                ordered,
                cases);
    }

    private Custody inside(
            UUID person,
            UUID placement,
            String facility,
            Recorded<? extends DomainEvent> recorded) {
        return with(person, placement, State.INSIDE, SharedValues.of(facility), recorded);
    }

    private Custody with(
            UUID person,
            UUID placement,
            State state,
            @Nullable String facility,
            Recorded<? extends DomainEvent> recorded) {
        String operation = recorded.envelope().operation();
        Stay stay = new Stay(state, recorded.envelope().time(), facility, placement, null);
        return new Custody(
                        births,
                        stays.plus(operation, placedOf(operation).with(person, stay)),
                        ordered,
                        cases)
                .notOrdered(operation, person);
    }

    private Custody ordered(UUID person, UUID placement, String operation) {
        return new Custody(
                births,
                stays,
                ordered.plus(
                        operation,
                        ordered.getOrDefault(operation, ChampMap.empty())
                                .plus(SharedValues.text(person), placement)),
                cases);
    }

    /** What was told of the person was not so (rule P18). */
    private Custody withdrawn(FactWithdrawn event, Recorded<? extends DomainEvent> recorded) {
        String operation = recorded.envelope().operation();
        if (event.standing() == FactWithdrawn.Standing.INSIDE) {
            return inside(event.personId(), event.placementId(), event.facilityId(), recorded);
        }
        Custody outside =
                new Custody(
                        born(event, recorded.envelope()),
                        stays.plus(
                                operation,
                                placedOf(operation).without(event.personId(), event.placementId())),
                        ordered,
                        cases);
        return event.standing() == FactWithdrawn.Standing.ORDERED
                ? outside.ordered(event.personId(), event.placementId(), operation)
                : outside;
    }

    private PMap<String, PMap<String, Birth>> born(FactWithdrawn event, Envelope envelope) {
        Birth birth = of(envelope.operation()).get(event.personId().toString());
        return birth == null || !event.fact().equals(BornInCustody.class.getSimpleName())
                ? births
                : births.plus(
                        envelope.operation(),
                        of(envelope.operation())
                                .plus(
                                        SharedValues.text(event.personId()),
                                        birth.withdrawn(event, envelope.id())));
    }

    private Custody notOrdered(String operation, UUID person) {
        PMap<String, UUID> before = ordered.getOrDefault(operation, ChampMap.empty());
        return before.containsKey(person.toString())
                ? new Custody(
                        births,
                        stays,
                        ordered.plus(operation, before.minus(person.toString())),
                        cases)
                : this;
    }

    private PMap<String, Birth> of(String operation) {
        return births.getOrDefault(operation, ChampMap.empty());
    }
}
