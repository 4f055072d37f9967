package org.orangeline.intake.conflicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.families.FamilyDecider;
import org.orangeline.intake.families.GroupIds;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Takes corrections of people who were offline: what nobody else has corrected since is corrected,
 * and what somebody else has corrected otherwise is kept beside it for a human. No clock decides:
 * what came first stands until then.
 */
public final class ConflictDecider {

    private ConflictDecider() {}

    public static Decision<IntakeEvent> correct(
            CorrectFromStore command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        Optional<Refusal> join =
                GroupIds.whyNot(
                        command.correction().family(),
                        person.family(),
                        command.deviceId(),
                        context.actor());
        if (join.isPresent()) {
            return Decision.refuse(join.get());
        }
        Correction correction =
                command.correction()
                        .with(
                                GroupIds.ofCorrection(
                                        command.correction().family(),
                                        person.family(),
                                        command.deviceId(),
                                        operation.families(),
                                        context.actor()));
        if (correction.identity() != null && operation.erasures().isErased(person.id())) {
            return Decision.refuse(
                    Refusal.conflict("This identity was erased; none is recorded any more."));
        }
        if (command.basedOn() > person.version()) {
            return Decision.refuse(
                    Refusal.changedMeanwhile(
                            "The person has no version " + command.basedOn() + " yet."));
        }
        if (correction.isOfOtherIdentity(person.identity())) {
            return Decision.refuse(otherIdentity());
        }
        Set<PersonField> contradicted =
                contradicted(command, correction, operation, person, context);
        contradicted.addAll(Claims.in(correction, person, operation, known, context));
        Set<PersonField> fitting = EnumSet.copyOf(correction.fields());
        fitting.removeAll(contradicted);
        List<IntakeEvent> events = new ArrayList<>();
        if (!fitting.isEmpty()) {
            events.add(corrected(command, correction.only(fitting), operation.day(context.now())));
        }
        for (PersonField field : contradicted) {
            events.add(
                    conflict(
                            command.personId(),
                            correction.only(EnumSet.of(field)),
                            field,
                            command.basedOn(),
                            command.deviceId(),
                            operation,
                            context));
        }
        return Decision.accept(events);
    }

    /** The identity that a correction was merged into is not that of the person any more. */
    public static Refusal otherIdentity() {
        return Refusal.changedMeanwhile("The identity was changed meanwhile; read it again.");
    }

    private static Set<PersonField> contradicted(
            CorrectFromStore command,
            Correction correction,
            OperationState operation,
            Person person,
            Context context) {
        Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
        for (PersonField field : correction.fields()) {
            Author last = operation.conflicts().corrected(person.id(), field);
            if (last != null
                    && last.version() > command.basedOn()
                    && !last.isAlso(context.actor().text(), command.deviceId())
                    && !Fields.agree(person, correction, field, operation.day(context.now()))) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static PersonDetailsCorrected corrected(
            CorrectFromStore command, Correction correction, LocalDate today) {
        return new PersonDetailsCorrected(
                command.personId(),
                correction.sex(),
                correction.age() == null ? null : correction.age().on(today),
                correction.nationalities(),
                correction.needs(),
                correction.family(),
                sealed(correction),
                Confidential.of(correction.reason()),
                command.deviceId());
    }

    /**
     * What would take protection away: kept beside what stands.
     *
     * @param claimed the field alone
     */
    public static FieldConflictFound claim(
            CorrectDetails command,
            Correction claimed,
            PersonField field,
            OperationState operation,
            Context context) {
        return conflict(
                command.personId(),
                claimed,
                field,
                command.expectedVersion(),
                null,
                operation,
                context);
    }

    private static FieldConflictFound conflict(
            UUID personId,
            Correction correction,
            PersonField field,
            long basedOn,
            @Nullable String deviceId,
            OperationState operation,
            Context context) {
        Author last = operation.conflicts().corrected(personId.toString(), field);
        return new FieldConflictFound(
                personId,
                context.newId("conflict " + field),
                field,
                basedOn,
                last == null ? operation.require(personId).version() : last.version(),
                correction.sex(),
                correction.age() == null ? null : correction.age().on(operation.day(context.now())),
                correction.nationalities(),
                correction.needs(),
                correction.family(),
                sealed(correction),
                deviceId,
                Confidential.of(correction.reason()));
    }

    private static @Nullable Confidential<Identity> sealed(Correction correction) {
        return correction.identity() == null ? null : Confidential.of(correction.identity());
    }

    private static boolean takesTieAlone(
            SettleConflict command,
            Conflict conflict,
            IntakeState state,
            Custody known,
            Context context) {
        OperationState operation = state.require(command.operation());
        return command.took() == Took.OTHER
                // One human decides nothing alone, nor with a machine.
                && (context.actor().mayBe(conflict.by().actor())
                        || !Actor.wasHuman(conflict.by().actor()))
                && Claims.takesTie(
                        operation.require(conflict.personId()),
                        conflict.other().family(),
                        operation,
                        known);
    }

    /** A human says which of the two counts. */
    public static Decision<IntakeEvent> settle(
            SettleConflict command, IntakeState state, Custody known, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> refusal = state.whyUnknown(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Optional<Conflict> open =
                state.require(command.operation())
                        .conflicts()
                        .open(command.personId(), command.conflictId());
        if (open.isEmpty()) {
            return Decision.refuse(
                    Refusal.notFound("There is no such conflict that waits for a human."));
        }
        if (AgeClaims.endsProtection(
                state.require(command.operation()), open.get(), command.took(), context.today())) {
            return Decision.refuse(AgeClaims.needsAssessment());
        }
        if (takesTieAlone(command, open.get(), state, known, context)) {
            return Decision.refuse(FamilyDecider.needsSecondHuman());
        }
        FieldConflictFound other = open.get().other();
        var settled =
                new FieldConflictSettled(
                        command.personId(),
                        command.conflictId(),
                        other.field(),
                        command.took(),
                        Confidential.of(command.reason()));
        if (command.took() == Took.STANDING) {
            return Decision.accept(settled);
        }
        if (other.identity() != null && command.otherIdentity() == null) {
            return Decision.refuse(Refusal.conflict("The other identity cannot be read any more."));
        }
        return Decision.accept(
                new PersonDetailsCorrected(
                        command.personId(),
                        other.sex(),
                        other.age(),
                        other.nationalities(),
                        other.needs() == null ? null : Needs.listed(other.needs()),
                        other.family(),
                        command.otherIdentity() == null
                                ? null
                                : Confidential.of(command.otherIdentity()),
                        Confidential.of(command.reason())),
                settled);
    }
}
