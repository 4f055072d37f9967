package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeMethod;

/**
 * Two humans assessed a person's age. It settles what was disputed: {@code PersonDetailsCorrected}
 * and {@code FieldConflictSettled} for what it changes come with it.
 *
 * @param age with the margin: the whole range that is possible
 * @param marginYears by how many years the method may be wrong either way
 * @param assessedBy id of the officer who assessed it
 * @param confirmedBy id of the other officer
 * @param registrations of the person, for which it counts
 */
public record AgeAssessed(
        UUID personId,
        UUID assessmentId,
        Age age,
        AgeMethod method,
        int marginYears,
        String assessedBy,
        String confirmedBy,
        List<UUID> registrations)
        implements PersonIntakeEvent {

    public AgeAssessed {
        registrations = List.copyOf(registrations);
    }
}
