package org.orangeline.intake.conflicts;

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
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ConflictCommand.CorrectFromStore;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.ConflictCommand.SettleConflict;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.operations.OperationState;
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
            CorrectFromStore command, IntakeState state, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        Correction correction = command.correction();
        if (correction.identity() != null && operation.erasures().isErased(person.id())) {
            return Decision.refuse(
                    Refusal.conflict("This identity was erased; none is recorded any more."));
        }
        if (command.basedOn() > person.version()) {
            return Decision.refuse(
                    Refusal.changedMeanwhile(
                            "The person has no version " + command.basedOn() + " yet."));
        }
        Set<PersonField> contradicted = contradicted(command, operation, person, context);
        if (AgeClaims.raises(person, correction.age(), context.today())) {
            contradicted.add(PersonField.AGE);
        }
        Set<PersonField> fitting = EnumSet.copyOf(Fields.in(correction));
        fitting.removeAll(contradicted);
        List<IntakeEvent> events = new ArrayList<>();
        if (!fitting.isEmpty()) {
            events.add(corrected(command, fitting, context));
        }
        for (PersonField field : contradicted) {
            events.add(
                    conflict(
                            command.personId(),
                            command.correction().only(EnumSet.of(field)),
                            field,
                            command.basedOn(),
                            command.deviceId(),
                            operation,
                            context));
        }
        return Decision.accept(events);
    }

    private static Set<PersonField> contradicted(
            CorrectFromStore command, OperationState operation, Person person, Context context) {
        Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
        for (PersonField field : Fields.in(command.correction())) {
            Author last = operation.conflicts().corrected(person.id(), field);
            if (last != null
                    && last.version() > command.basedOn()
                    && !last.isAlso(context.actor().text(), command.deviceId())
                    && !Fields.agree(person, command.correction(), field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    private static PersonDetailsCorrected corrected(
            CorrectFromStore command, Set<PersonField> fields, Context context) {
        Correction correction = command.correction().only(fields);
        return new PersonDetailsCorrected(
                command.personId(),
                correction.sex(),
                correction.age() == null ? null : correction.age().on(context.today()),
                correction.nationalities(),
                correction.needs(),
                correction.family(),
                sealed(correction),
                Confidential.of(correction.reason()),
                command.deviceId());
    }

    /** An age that would end a child's protection: kept beside the one that stands. */
    public static FieldConflictFound claim(
            CorrectDetails command, OperationState operation, Context context) {
        return conflict(
                command.personId(),
                new Correction(null, command.age(), null, null, null, null, command.reason()),
                PersonField.AGE,
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
                correction.age() == null ? null : correction.age().on(context.today()),
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

    /** A human says which of the two counts. */
    public static Decision<IntakeEvent> settle(
            SettleConflict command, IntakeState state, Context context) {
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
                        other.needs(),
                        other.family(),
                        command.otherIdentity() == null
                                ? null
                                : Confidential.of(command.otherIdentity()),
                        Confidential.of(command.reason())),
                settled);
    }
}
