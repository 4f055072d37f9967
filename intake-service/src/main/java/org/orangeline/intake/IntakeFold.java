package org.orangeline.intake;

import org.orangeline.events.DomainEvent;
import org.orangeline.events.Envelope;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.PossibleDuplicateFound;
import org.orangeline.events.intake.PreRegistrationClosed;
import org.orangeline.events.intake.PropertyReceived;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.pcollections.HashTreePMap;

/** The one way to apply an event of intake-service. */
final class IntakeFold {

    private IntakeFold() {}

    static IntakeState evolve(IntakeState state, Recorded<? extends DomainEvent> recorded) {
        Envelope envelope = recorded.envelope();
        if (!(recorded.event() instanceof IntakeEvent event)) {
            throw new IllegalArgumentException("not an event of intake-service");
        }
        String operation = envelope.operation();
        return switch (event) {
            case GroupingPlanChanged _,
                    LegalProfileChanged _,
                    GroupPreRegistered _,
                    PreRegistrationClosed _,
                    FamilyLinked _,
                    FamilyUnlinked _,
                    ChildFoundAlone _,
                    ChildReunited _,
                    PossibleDuplicateFound _,
                    DuplicateDismissed _,
                    PersonsMerged _,
                    PersonsUnmerged _,
                    PropertyReceived _,
                    PropertyReturned _,
                    PersonLeft _,
                    PersonDied _ ->
                    state;
            case OperationOpened opened ->
                    state.with(operation, new OperationState(opened, 0, HashTreePMap.empty()));
            case PersonArrived arrived ->
                    state.with(
                            operation,
                            opened(state, operation).withArrival(Person.arrive(arrived, envelope)));
            case PersonDetailsCorrected corrected ->
                    state.with(
                            operation,
                            opened(state, operation)
                                    .with(
                                            state.person(operation, corrected.personId())
                                                    .orElseThrow()
                                                    .correct(corrected, envelope)));
        };
    }

    private static OperationState opened(IntakeState state, String operation) {
        OperationState opened = state.operation(operation);
        if (opened == null) {
            throw new IllegalStateException("an event of an operation that was not opened");
        }
        return opened;
    }
}
