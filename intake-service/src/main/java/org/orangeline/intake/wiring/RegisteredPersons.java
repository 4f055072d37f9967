package org.orangeline.intake.wiring;

import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.kit.batch.KnownPersons;
import org.orangeline.runtime.kafka.Engine;

/** Who is registered, and whom accesses, merges and erasures are about. */
final class RegisteredPersons implements KnownPersons {

    private final Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine;

    RegisteredPersons(Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        this.engine = engine;
    }

    @Override
    public boolean isKnown(String operation, UUID person) {
        return engine.view(operation).own().person(operation, person).isPresent();
    }

    @Override
    public Stream<UUID> about(String operation, String kind, UUID id) {
        OperationState state = engine.view(operation).own().operation(operation);
        return state == null ? Stream.empty() : about(state, kind, id);
    }

    private static Stream<UUID> about(OperationState state, String kind, UUID id) {
        return switch (kind) {
            case "emergency-accesses" ->
                    state.emergencies().access(id).stream().map(access -> access.personId());
            case "merges" ->
                    state.merges().merge(id).stream()
                            .flatMap(merge -> Stream.of(merge.personId(), merge.otherId()));
            case "erasures" ->
                    state.erasures().erasure(id).stream().map(erasure -> erasure.personId());
            default -> Stream.empty();
        };
    }
}
