package org.orangeline.intake.conflicts;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.arrival.Person;

/** A person's details, field by field. */
final class Fields {

    private Fields() {}

    /** The fields that a correction changed. */
    static Set<PersonField> in(PersonDetailsCorrected event) {
        Set<PersonField> fields = EnumSet.noneOf(PersonField.class);
        add(fields, PersonField.SEX, event.sex());
        add(fields, PersonField.AGE, event.age());
        add(fields, PersonField.NATIONALITIES, event.nationalities());
        add(fields, PersonField.NEEDS, event.needs());
        add(fields, PersonField.FAMILY, event.family());
        add(fields, PersonField.IDENTITY, event.identity());
        return fields;
    }

    private static void add(Set<PersonField> fields, PersonField field, @Nullable Object value) {
        if (value != null) {
            fields.add(field);
        }
    }

    /** Whether both say the same. Identities are sealed, so whether they do is for a human. */
    static boolean agree(Person person, Correction correction, PersonField field, LocalDate today) {
        return switch (field) {
            case SEX -> person.sex() == correction.sex();
            case AGE ->
                    correction.age() != null
                            && person.age().saysTheSame(correction.age().on(today));
            case NATIONALITIES ->
                    correction.nationalities() != null
                            && new HashSet<>(person.nationalities())
                                    .equals(new HashSet<>(correction.nationalities()));
            case NEEDS ->
                    correction.needs() != null
                            && new HashSet<>(person.needs())
                                    .equals(new HashSet<>(correction.needs()));
            case FAMILY -> Objects.equals(person.family(), correction.family());
            case IDENTITY -> false;
        };
    }
}
