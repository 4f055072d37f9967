package org.orangeline.intake.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.intake.IntakeCommand.RegisterBirth;
import org.orangeline.intake.IntakeCommand.WithdrawRegistration;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.duplicates.MergeDecider;
import org.orangeline.intake.families.Link;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Registers children that were born in custody, with their mother in the same decision, and takes
 * that back when two humans said that there was no such birth (rule P18).
 */
public final class BirthDecider {

    private static final String REASON = "Born in custody.";

    private static final String NONE = "The birth did not happen.";

    private BirthDecider() {}

    /**
     * There is no such person; a link of the child's binds nobody any more. A merge that was
     * decided before the withdrawal was known here ends with it: two humans said that there is
     * nobody who could be the other one, and what rested on the merge is asked again (P14).
     */
    public static Decision<IntakeEvent> withdraw(
            WithdrawRegistration command, IntakeState state, Custody births, Context context) {
        Optional<Birth.Withdrawn> withdrawn =
                births.birth(command.operation(), command.childId().toString())
                        .flatMap(birth -> Optional.ofNullable(birth.withdrawn()));
        Optional<Person> child =
                state.person(command.operation(), command.childId())
                        .filter(one -> !one.isWithdrawn());
        if (withdrawn.isEmpty() || child.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such registration."));
        }
        OperationState operation = state.require(command.operation());
        List<IntakeEvent> events =
                operation
                        .merges()
                        .of(child.get().id())
                        .flatMap(merge ->
                                MergeDecider.takenApart(
                                        operation, merge, Confidential.of(NONE), context.today())
                                        .stream())
                        .distinct()
                        .collect(Collectors.toCollection(ArrayList::new));
        operation.families().linksOf(child.get().id()).entrySet().stream()
                .filter(entry -> !entry.getValue().ended())
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> events.add(unlinked(command.childId(), entry)));
        events.add(
                new RegistrationWithdrawn(
                        command.childId(),
                        withdrawn.get().withdrawalId(),
                        withdrawn.get().requestedBy()));
        return Decision.accept(events);
    }

    /** Nobody is merged with a child whose birth was withdrawn, also before its record says so. */
    public static Decision<IntakeEvent> unlessWithdrawn(
            Decision<IntakeEvent> merge, String operation, Custody births) {
        boolean isWithdrawn =
                merge instanceof Decision.Accepted<IntakeEvent>(List<IntakeEvent> events)
                        && events.stream()
                                .flatMap(BirthDecider::two)
                                .flatMap(id -> births.birth(operation, id.toString()).stream())
                                .anyMatch(birth -> birth.withdrawn() != null);
        return isWithdrawn
                ? Decision.refuse(
                        Refusal.conflict(
                                "The birth of one of them was withdrawn, and its registration goes"
                                        + " with it (P18)."))
                : merge;
    }

    private static Stream<UUID> two(IntakeEvent event) {
        return switch (event) {
            case MergeRequested asked -> Stream.of(asked.personId(), asked.otherId());
            case PersonsMerged merged -> Stream.of(merged.personId(), merged.otherId());
            default -> Stream.empty();
        };
    }

    private static FamilyUnlinked unlinked(UUID child, Map.Entry<String, Link> entry) {
        UUID other = UUID.fromString(entry.getKey());
        Link link = entry.getValue();
        return new FamilyUnlinked(
                link.from(),
                link.linkId(),
                link.from().equals(child) ? other : child,
                Confidential.of(NONE));
    }

    public static Decision<IntakeEvent> register(
            RegisterBirth command, IntakeState state, Custody births, Context context) {
        OperationState operation = state.operation(command.operation());
        Optional<Birth> found = births.birth(command.operation(), command.childId().toString());
        if (operation == null || found.isEmpty() || found.get().withdrawn() != null) {
            return Decision.refuse(Refusal.notFound("Nothing is known of such a birth."));
        }
        if (state.person(command.operation(), command.childId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This child is registered already."));
        }
        Birth birth = found.get();
        List<IntakeEvent> events = new ArrayList<>();
        events.add(
                new PersonArrived(
                        birth.childId(),
                        operation.nextNumber(),
                        birth.facilityId(),
                        birth.bornAt(),
                        birth.sex(),
                        Age.born(operation.day(birth.bornAt())),
                        // A nationality is nobody's to claim for the child on this day.
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        birth.facilityId()));
        // A mother whom only placement-service knows: the child is registered all the same.
        if (state.person(command.operation(), birth.motherId()).isPresent()) {
            events.add(
                    new FamilyLinked(
                            birth.childId(),
                            context.newId("link"),
                            birth.motherId(),
                            FamilyRole.PARENT,
                            Confidential.of(REASON)));
        }
        return Decision.accept(events);
    }
}
