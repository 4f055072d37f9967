package org.orangeline.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.arrival.ArrivalDecider;
import org.orangeline.intake.operations.OperationDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Model;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** The pure core of intake-service: which decider takes a command, and how events fold. */
public final class IntakeModel
        implements Model<IntakeCommand, IntakeState, NothingKnown, IntakeEvent> {

    @Override
    public Service service() {
        return Service.INTAKE;
    }

    @Override
    public Set<Service> upstream() {
        return Set.of();
    }

    @Override
    public IntakeState emptyOwn() {
        return IntakeState.EMPTY;
    }

    @Override
    public NothingKnown emptyKnown() {
        return new NothingKnown();
    }

    @Override
    public Decision<IntakeEvent> decide(
            IntakeCommand command, IntakeState own, NothingKnown known, Context context) {
        return switch (command) {
            case OpenOperation open -> OperationDecider.open(open, own);
            case RegisterArrival register -> ArrivalDecider.register(register, own, context);
            case CorrectDetails correct -> ArrivalDecider.correct(correct, own, context);
        };
    }

    @Override
    public IntakeState evolve(IntakeState own, Recorded<? extends DomainEvent> recorded) {
        return IntakeFold.evolve(own, recorded);
    }

    @Override
    public NothingKnown learn(NothingKnown known, Recorded<? extends DomainEvent> recorded) {
        throw new IllegalArgumentException("intake-service learns from nobody");
    }

    @Override
    public List<Reaction<IntakeCommand>> react(
            SubjectRef subject, IntakeState own, NothingKnown known) {
        return List.of();
    }

    @Override
    public Stream<SubjectRef> subjects(IntakeState own, NothingKnown known) {
        return Stream.empty();
    }
}
