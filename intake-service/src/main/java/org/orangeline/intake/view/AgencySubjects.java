package org.orangeline.intake.view;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * Whom one agency means: the persons of one operation by the ids that only this agency has, and by
 * registration number. In memory only. It goes on where it was, so that a call costs what came
 * since; the first one reads them all. Persons whose identity nobody ever gave are not in it.
 */
public final class AgencySubjects {

    private final UnaryOperator<UUID> ids;
    private final Map<UUID, String> bySubject = new HashMap<>();
    private final Map<String, UUID> byNumber = new HashMap<>();
    private int position;

    /**
     * @param ids the agency's own id of a person
     */
    public AgencySubjects(UnaryOperator<UUID> ids) {
        this.ids = ids;
    }

    /** The person whom the agency knows under that id. */
    public synchronized Optional<Person> find(OperationState state, UUID subject) {
        follow(state);
        return Optional.ofNullable(bySubject.get(subject))
                .map(state.persons()::get)
                .filter(person -> !person.isWithdrawn());
    }

    /** The agency's id of the person with that registration number. */
    public synchronized Optional<UUID> subjectOf(OperationState state, String registrationNumber) {
        follow(state);
        return Optional.ofNullable(byNumber.get(registrationNumber));
    }

    private void follow(OperationState state) {
        int end = state.identified().size();
        if (position >= end) {
            return;
        }
        // One by one: a persistent vector makes a part of itself by taking the rest away.
        for (int at = position; at < end; at++) {
            String id = state.identified().get(at);
            Person person = state.persons().get(id);
            // One whose identity was corrected comes up again.
            if (person != null && !byNumber.containsKey(person.registrationNumber())) {
                UUID subject = ids.apply(person.personId());
                bySubject.put(subject, id);
                byNumber.put(person.registrationNumber(), subject);
            }
        }
        position = end;
    }
}
