package org.orangeline.intake.conflicts;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;

/**
 * What a correction would take away that protects: it is kept beside what stands until others have
 * looked. An age that would end a child's protection waits for an assessment by two humans, a
 * family of which somebody is ordered to a place or in one waits for a second human (rule P6), and
 * another sex, another family or a need less that a machine tells waits for a human (rule S6).
 */
public final class Claims {

    private Claims() {}

    /** The fields of a correction that are claims. */
    public static Set<PersonField> in(
            Correction correction,
            Person person,
            OperationState operation,
            Custody known,
            Context context) {
        Set<PersonField> claims =
                context.actor().isHuman()
                        ? EnumSet.noneOf(PersonField.class)
                        : ofMachine(correction, person);
        if (AgeClaims.raises(person, correction.age(), context.today())) {
            claims.add(PersonField.AGE);
        }
        if (takesTie(person, correction.family(), operation, known)) {
            claims.add(PersonField.FAMILY);
        }
        return claims;
    }

    // Whom a person waits, travels and lives with, and who sees a doctor first, hang on these.
    private static Set<PersonField> ofMachine(Correction correction, Person person) {
        Set<PersonField> claims = EnumSet.noneOf(PersonField.class);
        if (correction.sex() != null
                && person.sex() != Sex.UNKNOWN
                && correction.sex() != person.sex()) {
            claims.add(PersonField.SEX);
        }
        if (correction.needs() != null && !correction.needs().containsAll(person.needs())) {
            claims.add(PersonField.NEEDS);
        }
        if (correction.family() != null
                && person.family() != null
                && !correction.family().equals(person.family())) {
            claims.add(PersonField.FAMILY);
        }
        return claims;
    }

    /**
     * Whether another tie would take one away that counts where somebody of the family is placed.
     */
    static boolean takesTie(
            Person person, @Nullable FamilyTie told, OperationState operation, Custody known) {
        FamilyTie stands = person.family();
        return told != null
                && stands != null
                && !told.equals(stands)
                && operation.families().members(stands).size() > 1
                && Stream.concat(
                                Stream.of(person.id()),
                                operation.families().members(stands).stream())
                        .anyMatch(one -> isHeld(one, operation, known));
    }

    /** Whether a person is ordered to a place, or in one. */
    public static boolean isHeld(String person, OperationState operation, Custody known) {
        return known.isHeld(
                operation.opened().operation(),
                operation.merges().registrations(operation.merges().inUse(person)));
    }
}
