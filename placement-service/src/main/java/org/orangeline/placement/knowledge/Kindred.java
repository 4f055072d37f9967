package org.orangeline.placement.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;

/** Who is whose family, over all records of a person; what each says of itself counts. */
record Kindred(KnownOperation known) {

    Stream<PersonFacts> relatives(PersonFacts person) {
        return others(person, this::namedBy);
    }

    // Of each record of the person those that are named, by the records that count.
    private Stream<PersonFacts> others(
            PersonFacts person, Function<PersonFacts, Stream<String>> named) {
        List<UUID> own = known.merges().same(person.personId());
        return own.stream()
                .map(known::person)
                .flatMap(Optional::stream)
                .flatMap(named)
                .map(UUID::fromString)
                .map(known.merges()::counts)
                .distinct()
                .filter(relative -> !own.contains(relative))
                .map(known::person)
                .flatMap(Optional::stream);
    }

    private Stream<String> namedBy(PersonFacts record) {
        String id = record.personId().toString();
        Stream<String> group =
                record.family() == null
                        ? Stream.empty()
                        : known.families().group(record.family(), id);
        return Stream.concat(group, known.families().links(id).map(Families.Relation::relative));
    }

    Stream<PersonFacts> carers(PersonFacts child) {
        return others(child, this::carersOf).filter(carer -> cares(carer, child));
    }

    private Stream<String> carersOf(PersonFacts child) {
        String id = child.personId().toString();
        FamilyTie tie = child.family();
        Stream<String> group =
                tie == null || tie.role().caresForChildren()
                        ? Stream.empty()
                        : known.families().carers(tie, id);
        return Stream.concat(group, known.families().links(id).map(Families.Relation::relative));
    }

    Stream<PersonFacts> wards(PersonFacts carer) {
        return others(carer, this::wardsOf).filter(relative -> cares(carer, relative));
    }

    private Stream<String> wardsOf(PersonFacts carer) {
        String id = carer.personId().toString();
        FamilyTie tie = carer.family();
        Stream<String> group =
                tie == null || !tie.role().caresForChildren()
                        ? Stream.empty()
                        : known.families().group(tie, id);
        return Stream.concat(group, known.families().links(id).map(Families.Relation::relative));
    }

    boolean cares(PersonFacts carer, PersonFacts child) {
        List<PersonFacts> carers = known.records(carer);
        return known.records(child).stream()
                .anyMatch(one -> carers.stream().anyMatch(other -> isSaidToCare(other, one)));
    }

    private boolean isSaidToCare(PersonFacts carer, PersonFacts child) {
        boolean inGroup =
                carer.family() != null
                        && child.family() != null
                        && carer.family().groupId().equals(child.family().groupId())
                        && carer.family().role().caresForChildren()
                        && !child.family().role().caresForChildren();
        FamilyRole linked =
                known.families().role(child.personId().toString(), carer.personId().toString());
        return inGroup || (linked != null && linked.caresForChildren());
    }
}
