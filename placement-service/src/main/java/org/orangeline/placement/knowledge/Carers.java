package org.orangeline.placement.knowledge;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.model.ComingTogether;

/**
 * Who cares for a child without a doubt (rule P15): a second human verified it, or the two came
 * together and said so before the child was raised as alone; by any of their records. A record of
 * the child that was raised needs this of its own: a merge, which in older logs one human made,
 * lends it none.
 */
record Carers(List<PersonFacts> carers, List<PersonFacts> children, Families families) {

    boolean care() {
        return isCarer(children)
                && children.stream()
                        .filter(child -> families.raised(child.id()) != ComingTogether.NEVER)
                        .allMatch(child -> isCarer(List.of(child)));
    }

    private boolean isCarer(List<PersonFacts> of) {
        return of.stream()
                        .anyMatch(child ->
                                carers.stream()
                                        .anyMatch(one -> families.isVerified(child.id(), one.id())))
                || cameTogether(of);
    }

    private boolean cameTogether(List<PersonFacts> of) {
        long raised =
                of.stream()
                        .map(PersonFacts::id)
                        .mapToLong(families::raised)
                        .min()
                        .orElse(ComingTogether.NEVER);
        return onArrival(of)
                .anyMatch(child -> onArrival(carers).anyMatch(one -> one.caresFor(child, raised)));
    }

    private static Stream<ComingTogether> onArrival(List<PersonFacts> records) {
        return records.stream().flatMap(one -> Stream.ofNullable(one.arrival().family()));
    }
}
