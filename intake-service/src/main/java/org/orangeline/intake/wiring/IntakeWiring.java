package org.orangeline.intake.wiring;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.agreement.AgreementRules;
import org.orangeline.agreement.Contracts;
import org.orangeline.agreement.Versions;
import org.orangeline.events.Service;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeModel;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.rest.AgencyAgreements;
import org.orangeline.intake.view.DuplicateFinder;
import org.orangeline.intake.view.NameIndex;
import org.orangeline.intake.view.PersonSearch;
import org.orangeline.kit.batch.KnownPersons;
import org.orangeline.kit.rest.Devices;
import org.orangeline.kit.rest.Operations;
import org.orangeline.kit.wiring.EngineFactory;
import org.orangeline.kit.wiring.KafkaSettings;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.FirstSaid;
import org.orangeline.runtime.log.LogClients;

/** Puts the model on the machine. */
@ApplicationScoped
public class IntakeWiring {

    private static final Logger LOG = Logger.getLogger("org.orangeline.agreements");

    @Produces
    @Singleton
    Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine(EngineFactory factory) {
        return factory.engine(new IntakeModel());
    }

    void start(
            @Observes StartupEvent started,
            Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        engine.start();
    }

    void stop(@Disposes Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        engine.close();
    }

    @Produces
    @Singleton
    Operations operations(Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        return operation -> engine.view(operation).own().operation(operation) != null;
    }

    @Produces
    @Singleton
    KnownPersons persons(Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        return new RegisteredPersons(engine);
    }

    @Produces
    @Singleton
    Devices devices(Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        return (operation, device) -> {
            OperationState state = engine.view(operation).own().operation(operation);
            return state != null && state.devices().isRevoked(device);
        };
    }

    @Produces
    @Singleton
    NameIndex names(Engine<IntakeCommand, IntakeState, Custody, IntakeEvent> engine) {
        return new NameIndex(engine.keys());
    }

    @Produces
    @Singleton
    PersonSearch search(NameIndex names) {
        return new PersonSearch(names);
    }

    @Produces
    @Singleton
    AgencyAgreements agreements(AgreementsConfig config, KafkaSettings kafka) {
        AgreementRules rules = new AgreementRules(Contracts.load());
        FirstSaid first = new FirstSaid(new LogClients(kafka.clients()), Service.INTAKE);
        AgencyAgreements agreements =
                new AgencyAgreements(
                        () -> folder(config, rules),
                        agreement -> new Versions(first.say(agreement.id(), agreement.digest())),
                        config.keys().map(AgencyKeys::read));
        config.warning().ifPresent(LOG::warn);
        folder(config, rules)
                .problems()
                .forEach(problem -> LOG.warnf("refused agreement %s", problem));
        return agreements;
    }

    private static AgreementFolder folder(AgreementsConfig config, AgreementRules rules) {
        return config.agreements().isPresent()
                        && config.signers().isPresent()
                        && config.keys().isPresent()
                ? AgreementFolder.read(config.agreements().get(), config.signers().get(), rules)
                : AgreementFolder.NONE;
    }

    @Produces
    @Singleton
    DuplicateFinder duplicates(NameIndex names) {
        return new DuplicateFinder(names);
    }
}
