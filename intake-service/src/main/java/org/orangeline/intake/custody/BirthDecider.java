package org.orangeline.intake.custody;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.intake.IntakeCommand.RegisterBirth;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Registers children that were born in custody, with their mother in the same decision. */
public final class BirthDecider {

    private static final String REASON = "Born in custody.";

    private BirthDecider() {}

    public static Decision<IntakeEvent> register(
            RegisterBirth command, IntakeState state, Custody births, Context context) {
        OperationState operation = state.operation(command.operation());
        Optional<Birth> found = births.birth(command.operation(), command.childId().toString());
        if (operation == null || found.isEmpty()) {
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
                        Age.born(birth.bornAt().atOffset(ZoneOffset.UTC).toLocalDate()),
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
