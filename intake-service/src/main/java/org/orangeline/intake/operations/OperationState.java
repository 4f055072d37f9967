package org.orangeline.intake.operations;

import org.orangeline.events.intake.OperationOpened;
import org.orangeline.intake.arrival.Person;
import org.pcollections.PMap;

/**
 * One operation with its persons.
 *
 * @param arrivals how many registration numbers were given
 * @param persons by person id
 */
public record OperationState(OperationOpened opened, long arrivals, PMap<String, Person> persons) {

    public OperationState withArrival(Person person) {
        return new OperationState(
                opened, arrivals + 1, persons.plus(person.personId().toString(), person));
    }

    public OperationState with(Person person) {
        return new OperationState(
                opened, arrivals, persons.plus(person.personId().toString(), person));
    }
}
