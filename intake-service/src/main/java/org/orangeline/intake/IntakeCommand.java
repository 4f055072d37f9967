package org.orangeline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.operations.StatedPlan;
import org.orangeline.runtime.Command;

/** What intake-service can be asked to record. */
public sealed interface IntakeCommand extends Command
        permits IntakeCommand.OpenOperation,
                IntakeCommand.RegisterArrival,
                IntakeCommand.CorrectDetails,
                IntakeCommand.CorrectArrivalTime,
                IntakeCommand.RegisterBirth,
                IntakeCommand.RecordSensitiveNeeds,
                IntakeCommand.WithdrawRegistration,
                AgeCommand,
                ConflictCommand,
                OperationCommand,
                PreRegistrationCommand,
                DepartureCommand,
                FamilyCommand,
                DuplicateCommand,
                PropertyCommand,
                ErasureCommand,
                EmergencyCommand,
                NumberCommand,
                DeviceCommand {

    /** Opens an emergency; gives {@code OperationOpened}. */
    record OpenOperation(
            String operation,
            String name,
            String numberPrefix,
            StatedPlan plan,
            LegalProfile legalProfile,
            @Nullable String timeZone)
            implements IntakeCommand {

        /** One whose days are those of UTC. */
        public OpenOperation(
                String operation,
                String name,
                String numberPrefix,
                StatedPlan plan,
                LegalProfile legalProfile) {
            this(operation, name, numberPrefix, plan, legalProfile, null);
        }

        @Override
        public Set<String> subjects() {
            return Set.of(operation);
        }
    }

    /**
     * Registers a person; gives {@code PersonArrived}, and {@code SensitiveNeedsRecorded} for needs
     * of that kind.
     */
    record RegisterArrival(String operation, UUID personId, Arrival arrival)
            implements IntakeCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }

        /**
         * What counts as content: not which tablet sent it, nor who held the tablet, nor sensitive
         * needs, since whoever sent it again without them would learn whether there are any.
         */
        public RegisterArrival content() {
            return new RegisterArrival(
                    operation, personId, arrival.withoutDevice(Needs.listed(arrival.needs())));
        }

        /** What counted as content before. */
        public RegisterArrival contentWithNeeds() {
            return new RegisterArrival(operation, personId, arrival.withoutDevice(arrival.needs()));
        }
    }

    /**
     * Corrects a person's details; gives {@code PersonDetailsCorrected}. Null leaves a field as it
     * is.
     *
     * @param expectedVersion the version that the caller saw
     * @param identity the whole of it, as the correction leaves it
     * @param into the identity that it was merged into; null where there was none
     * @param deviceId the tablet that kept it; null for none
     */
    record CorrectDetails(
            String operation,
            UUID personId,
            long expectedVersion,
            @Nullable Sex sex,
            @Nullable StatedAge age,
            @Nullable List<NationalityClaim> nationalities,
            @Nullable List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Identity identity,
            @Nullable Confidential<Identity> into,
            String reason,
            @Nullable String deviceId)
            implements IntakeCommand {

        /** The same with an identity that was merged into none, and of no tablet. */
        public CorrectDetails(
                String operation,
                UUID personId,
                long expectedVersion,
                @Nullable Sex sex,
                @Nullable StatedAge age,
                @Nullable List<NationalityClaim> nationalities,
                @Nullable List<String> needs,
                @Nullable FamilyTie family,
                @Nullable Identity identity,
                String reason) {
            this(
                    operation,
                    personId,
                    expectedVersion,
                    sex,
                    age,
                    nationalities,
                    needs,
                    family,
                    identity,
                    null,
                    reason,
                    null);
        }

        /** The same, kept by a tablet. */
        public CorrectDetails by(@Nullable String tablet) {
            return new CorrectDetails(
                    operation,
                    personId,
                    expectedVersion,
                    sex,
                    age,
                    nationalities,
                    needs,
                    family,
                    identity,
                    into,
                    reason,
                    tablet);
        }

        /** What is to be changed. */
        public ConflictCommand.Correction correction() {
            return new ConflictCommand.Correction(
                    sex, age, nationalities, needs, family, identity, into, reason);
        }

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }

        @Override
        public String toString() {
            return "CorrectDetails[" + personId + "]";
        }
    }

    /**
     * Says when a person arrived; gives {@code ArrivalTimeCorrected}, or {@code
     * ArrivalTimeCorrectionRequested} for a later time until a second human says the same.
     */
    record CorrectArrivalTime(
            String operation, UUID personId, Instant arrivedAt, Confidential<String> reason)
            implements IntakeCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /**
     * Says what a person survived, or that it is not so; gives {@code SensitiveNeedsRecorded}.
     *
     * @param added codes, see {@link org.orangeline.events.model.Needs#SENSITIVE}
     * @param takenBack codes that do not hold
     * @param reason null where an arrival that was sent again told them
     */
    record RecordSensitiveNeeds(
            String operation,
            UUID personId,
            List<String> added,
            List<String> takenBack,
            @Nullable String reason)
            implements IntakeCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }

        @Override
        public String toString() {
            return "RecordSensitiveNeeds[" + personId + "]";
        }
    }

    /**
     * A reaction's: registers a child that was born in custody; gives {@code PersonArrived} and
     * {@code FamilyLinked}.
     */
    record RegisterBirth(String operation, UUID childId) implements IntakeCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(childId.toString());
        }
    }

    /**
     * A reaction's: two humans said that the birth of a child in custody was none (rule P18); gives
     * {@code RegistrationWithdrawn}.
     */
    record WithdrawRegistration(String operation, UUID childId) implements IntakeCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(childId.toString());
        }
    }

    /**
     * What a tablet tells about an arrival.
     *
     * @param preRegistration the group with which the person was counted before
     * @param registrationNumber out of a block that was leased to the tablet; null to be given one
     * @param arrivedAtAsSent what the tablet wrote, where that is not {@code arrivedAt}
     */
    record Arrival(
            String receptionPoint,
            Instant arrivedAt,
            Sex sex,
            StatedAge age,
            List<NationalityClaim> nationalities,
            List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Identity identity,
            @Nullable Device device,
            @Nullable UUID preRegistration,
            @Nullable String registrationNumber,
            @Nullable String arrivedAtAsSent) {

        /** An arrival whose time the sender wrote in ISO 8601. */
        public Arrival(
                String receptionPoint,
                Instant arrivedAt,
                Sex sex,
                StatedAge age,
                List<NationalityClaim> nationalities,
                List<String> needs,
                @Nullable FamilyTie family,
                @Nullable Identity identity,
                @Nullable Device device,
                @Nullable UUID preRegistration,
                @Nullable String registrationNumber) {
            this(
                    receptionPoint,
                    arrivedAt,
                    sex,
                    age,
                    nationalities,
                    needs,
                    family,
                    identity,
                    device,
                    preRegistration,
                    registrationNumber,
                    null);
        }

        public Arrival {
            nationalities = List.copyOf(nationalities);
            needs = List.copyOf(needs);
        }

        private Arrival withoutDevice(List<String> told) {
            return new Arrival(
                    receptionPoint,
                    arrivedAt,
                    sex,
                    age,
                    nationalities,
                    told,
                    family,
                    identity,
                    null,
                    preRegistration,
                    registrationNumber,
                    arrivedAtAsSent);
        }
    }
}
