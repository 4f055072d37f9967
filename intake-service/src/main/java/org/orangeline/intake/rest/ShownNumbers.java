package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.kit.rest.ShownSequence;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.kafka.Engine;

/** Numbers of events as everybody may see them: sensitive needs leave no gap (ADR 34). */
@ApplicationScoped
public class ShownNumbers implements ShownSequence {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;

    ShownNumbers(Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        this.engine = engine;
    }

    @Override
    public long of(String operation, long sequence) {
        return engine.view(operation).own().shown(sequence);
    }

    /** What was recorded, under the numbers that are shown. */
    Outcome.Done of(Outcome.Done done) {
        return new Outcome.Done(
                done.events().stream().<Recorded<? extends DomainEvent>>map(this::of).toList(),
                done.repeated());
    }

    private <E extends DomainEvent> Recorded<E> of(Recorded<E> recorded) {
        var envelope = recorded.envelope();
        return new Recorded<>(
                envelope.numbered(of(envelope.operation(), envelope.sequence())), recorded.event());
    }
}
