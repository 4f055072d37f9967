package org.orangeline.intake.conflicts;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;

/**
 * What a correction would take away that protects: it is kept beside what stands until others have
 * looked. An age that would end a child's protection waits for an assessment by two humans, a
 * family of which somebody is ordered to a place or in one waits for a second human (rule P6).
 */
public final class Claims {

    private Claims() {}

    /** The fields of a correction that are claims. */
    public static Set<PersonField> in(
            @Nullable StatedAge age,
            @Nullable FamilyTie family,
            Person person,
            OperationState operation,
            Custody known,
            LocalDate today) {
        Set<PersonField> claims = EnumSet.noneOf(PersonField.class);
        if (AgeClaims.raises(person, age, today)) {
            claims.add(PersonField.AGE);
        }
        if (takesTie(person, family, operation, known)) {
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
