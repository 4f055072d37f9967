package org.orangeline.screening.knowledge;

import java.util.Collection;
import java.util.UUID;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.model.Age;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Every age that was told of a registration, also one that a correction, a machine or the
 * settlement of a conflict replaced. An older age counts for what a person did in the past (rule
 * S5) only when two humans have assessed it: one officer must not make an adult of the child that
 * somebody was at the time of an act.
 *
 * @param told in order; without those that a later age is no older than
 * @param assessed by two humans, in order
 */
record ToldAges(PVector<Told> told, PVector<Assessed> assessed) {

    /**
     * @param sequence of intake's event
     */
    record Told(long sequence, Age age) {}

    /**
     * @param person the registration that was in use; the assessment counts for the others as long
     *     as they are merged with it
     * @param sequence of intake's event
     */
    record Assessed(UUID person, long sequence, Age age) {}

    static ToldAges of(long sequence, Age age) {
        return new ToldAges(TreePVector.singleton(new Told(sequence, age)), TreePVector.empty());
    }

    ToldAges and(long sequence, Age age) {
        PVector<Told> younger =
                TreePVector.from(
                        told.stream().filter(one -> one.age().isYoungerThan(age)).toList());
        return new ToldAges(younger.plus(new Told(sequence, age)), assessed);
    }

    ToldAges assessed(AgeAssessed event, long sequence) {
        return new ToldAges(
                told, assessed.plus(new Assessed(event.personId(), sequence, event.age())));
    }

    /**
     * The youngest age that was told since the last assessment, or was assessed then.
     *
     * @param registrations of the person, this one included
     */
    Age youngest(Collection<UUID> registrations) {
        Assessed last = null;
        for (Assessed one : assessed) {
            last = registrations.contains(one.person()) ? one : last;
        }
        Age youngest = last == null ? told.getLast().age() : last.age();
        for (Told one : told) {
            boolean counts = last == null || one.sequence() > last.sequence();
            youngest = counts && one.age().isYoungerThan(youngest) ? one.age() : youngest;
        }
        return youngest;
    }
}
