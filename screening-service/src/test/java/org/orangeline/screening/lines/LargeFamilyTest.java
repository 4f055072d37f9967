package org.orangeline.screening.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.screening.Given.OP;
import static org.orangeline.screening.Given.arrived;
import static org.orangeline.screening.Given.inFamily;
import static org.orangeline.screening.Given.needsCorrected;
import static org.orangeline.screening.Given.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.scenario.CountedMap;
import org.orangeline.screening.ScreeningModel;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** What one change in a family costs grows as the family does, and no faster. */
class LargeFamilyTest {

    private static final int FEW = 12;
    private static final int MANY = 96;

    /** At most so many look-ups of people for each member and change. */
    private static final int EACH = 30;

    @Test
    void a_correction_of_a_mother_looks_at_each_of_her_children_a_few_times() {
        DomainEvent correction = needsCorrected(id(1), "NURSING");
        assertThat(lookups(FEW, correction)).isBetween((long) FEW, (long) EACH * FEW);
        assertThat(lookups(MANY, correction)).isBetween((long) MANY, (long) EACH * MANY);
    }

    @Test
    void who_leaves_a_family_concerns_all_of_it_and_costs_no_more() {
        DomainEvent correction =
                new PersonDetailsCorrected(
                        id(1),
                        null,
                        null,
                        null,
                        null,
                        new FamilyTie("f-2", FamilyRole.PARENT),
                        null,
                        Confidential.of("of another family"));
        assertThat(lookups(FEW, correction)).isBetween((long) FEW, (long) EACH * FEW);
        assertThat(lookups(MANY, correction)).isBetween((long) MANY, (long) EACH * MANY);
    }

    /** For what is due about a mother whose facts changed, with as many in the family. */
    private static long lookups(int size, DomainEvent change) {
        List<DomainEvent> events = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            boolean mother = i == 1;
            events.add(
                    inFamily(
                            arrived(id(i), Sex.FEMALE, mother ? 40 : 8, mother ? 45 : 9, "SYR"),
                            mother ? FamilyRole.PARENT : FamilyRole.CHILD));
            events.add(new GroupAssigned(id(i), "IS_WOMEN", "women's line 1", "women"));
        }
        events.add(change);
        var family = open().given(events);
        KnownOperation before = Objects.requireNonNull(family.known().operation(OP));
        CountedMap<String, KnownPerson> persons = new CountedMap<>(before.persons());
        var counted =
                new KnownOperation(
                        before.plan(),
                        before.formerPlans(),
                        before.profiles(),
                        persons,
                        before.kinship(),
                        before.merges(),
                        before.revoked());
        var known =
                new Knowledge(
                        family.known().operations().plus(OP, counted),
                        family.known().gone(),
                        family.known().sensitive());
        var unused =
                new ScreeningModel()
                        .react(new SubjectRef(OP, id(1).toString()), family.own(), known);
        return persons.lookups();
    }

    private static UUID id(int number) {
        return new UUID(0x7000, 100 + number);
    }
}
