package org.orangeline.placement.wiring;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.kit.batch.KnownPersons;
import org.orangeline.kit.rest.Devices;
import org.orangeline.kit.rest.Operations;
import org.orangeline.kit.wiring.EngineFactory;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.PlacementModel;
import org.orangeline.placement.PlacementState;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.kafka.Engine;

/** Puts the model on the machine. */
@ApplicationScoped
public class PlacementWiring {

    @Produces
    @Singleton
    Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine(
            EngineFactory factory) {
        return factory.engine(new PlacementModel());
    }

    void start(
            @Observes StartupEvent started,
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine) {
        engine.start();
    }

    void stop(
            @Disposes Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine) {
        engine.close();
    }

    @Produces
    @Singleton
    Operations operations(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine) {
        return operation -> engine.view(operation).known().isOpen(operation);
    }

    @Produces
    @Singleton
    KnownPersons persons(
            Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine) {
        return new PlacedPersons(engine);
    }

    @Produces
    @Singleton
    Devices devices(Engine<PlacementCommand, PlacementState, Knowledge, PlacementEvent> engine) {
        return (operation, device) ->
                engine.view(operation).known().operation(operation).revoked().contains(device);
    }
}
