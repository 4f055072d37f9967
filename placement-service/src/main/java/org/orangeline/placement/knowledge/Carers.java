package org.orangeline.placement.knowledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.orangeline.events.model.ComingTogether;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;

/**
 * Who cares for a child without a doubt (rule P15): a second human verified it, or the two came
 * together, could by their ages, and said so before the child was raised as alone; by any of their
 * records. A record of the child that was raised needs this of its own: a merge lends it none.
 */
record Carers(List<PersonFacts> carers, List<PersonFacts> children, Families families) {

    boolean care() {
        return isCarer(children)
                && children.stream()
                        .filter(child -> families.raised(child.id()) != ComingTogether.NEVER)
                        .allMatch(child -> isCarer(List.of(child)));
    }

    private boolean isCarer(List<PersonFacts> of) {
        return (isVerified(of) && areTied()) || cameTogether(of);
    }

    private boolean isVerified(List<PersonFacts> of) {
        return of.stream()
                .anyMatch(child ->
                        carers.stream().anyMatch(one -> families.isVerified(child.id(), one.id())));
    }

    // What was verified of a merged child ends with the merge, unless its own record has the tie.
    private boolean areTied() {
        return children.stream()
                .anyMatch(child -> carers.stream().anyMatch(one -> isTied(child, one)));
    }

    private boolean isTied(PersonFacts child, PersonFacts carer) {
        FamilyTie mine = child.family();
        FamilyTie theirs = carer.family();
        FamilyRole linked = families.role(child.id(), carer.id());
        return (linked != null && linked.caresForChildren())
                || (mine != null
                        && theirs != null
                        && mine.groupId().equals(theirs.groupId())
                        && theirs.role().caresForChildren());
    }

    private boolean cameTogether(List<PersonFacts> of) {
        long raised =
                of.stream()
                        .map(PersonFacts::id)
                        .mapToLong(families::raised)
                        .min()
                        .orElse(ComingTogether.NEVER);
        return of.stream()
                .anyMatch(child -> carers.stream().anyMatch(one -> isTogether(child, one, raised)));
    }

    // Ages are those that count now, as in intake-service.
    private static boolean isTogether(PersonFacts child, PersonFacts carer, long raised) {
        ComingTogether mine = child.arrival().family();
        ComingTogether theirs = carer.arrival().family();
        return mine != null
                && theirs != null
                && theirs.caresFor(mine, raised)
                && theirs.tie().role().isPlausible(carer.age(), child.age(), day(carer));
    }

    // By the day of the arrival, so that no clock is asked.
    private static LocalDate day(PersonFacts person) {
        return person.arrival().recordedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
