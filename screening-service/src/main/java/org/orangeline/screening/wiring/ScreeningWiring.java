package org.orangeline.screening.wiring;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.screening.ScreeningEvent;
import org.orangeline.kit.batch.KnownPersons;
import org.orangeline.kit.rest.Devices;
import org.orangeline.kit.rest.Operations;
import org.orangeline.kit.wiring.EngineFactory;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningModel;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.view.Census;
import org.orangeline.screening.view.Lines;
import org.orangeline.screening.view.ScreeningQueue;

/** Puts the model on the machine. */
@ApplicationScoped
public class ScreeningWiring {

    @Produces
    @Singleton
    Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine(
            EngineFactory factory) {
        return factory.engine(new ScreeningModel());
    }

    void start(
            @Observes StartupEvent started,
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine) {
        engine.start();
    }

    void stop(
            @Disposes Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine) {
        engine.close();
    }

    @Produces
    @Singleton
    Operations operations(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine) {
        return operation -> engine.view(operation).known().operation(operation) != null;
    }

    @Produces
    @Singleton
    KnownPersons persons(
            Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine) {
        return new KnownPersons() {

            @Override
            public boolean isKnown(String operation, UUID person) {
                return engine.view(operation).known().person(operation, person).isPresent();
            }

            @Override
            public Stream<UUID> about(String operation, String kind, UUID id) {
                return Stream.empty(); // its calls name persons
            }
        };
    }

    @Produces
    @Singleton
    Devices devices(Engine<ScreeningCommand, ScreeningState, Knowledge, ScreeningEvent> engine) {
        return (operation, device) -> {
            KnownOperation known = engine.view(operation).known().operation(operation);
            return known != null && known.revoked().contains(device);
        };
    }

    @Produces
    @Singleton
    Lines lines() {
        return new Lines();
    }

    @Produces
    @Singleton
    ScreeningQueue screeningQueue() {
        return new ScreeningQueue();
    }

    @Produces
    @Singleton
    Census census() {
        return new Census();
    }
}
