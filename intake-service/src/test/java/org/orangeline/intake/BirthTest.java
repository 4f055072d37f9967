package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.FamilyTest.only;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.member;
import static org.orangeline.intake.Given.open;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.PlacedInDetention;

class BirthTest {

    private static final UUID MOTHER = new UUID(0x7000, 12);
    private static final UUID BABY = new UUID(0x7000, 14);
    private static final BornInCustody BORN =
            new BornInCustody(MOTHER, BABY, new UUID(0x7000, 300), "al-hol", NOON, Sex.FEMALE);

    @Test
    void a_child_born_in_custody_is_registered_with_its_mother() {
        var born =
                after(member(MOTHER, 25, null))
                        .given(
                                new PlacedInDetention(
                                        MOTHER,
                                        new UUID(0x7000, 300),
                                        "al-hol",
                                        Basis.INTERNMENT,
                                        null))
                        .given(BORN);
        var decided = born.when(only(born.reactions(BABY.toString())).command(), OFFICER);
        PersonArrived arrived = decided.event(PersonArrived.class);
        assertThat(arrived.bornIn()).isEqualTo("al-hol");
        assertThat(arrived.registrationNumber()).startsWith("BGZ-000002-");
        assertThat(arrived.age().birthDate()).hasToString("2019-03-01");
        assertThat(arrived.nationalities()).isEmpty();
        FamilyLinked link = decided.event(FamilyLinked.class);
        assertThat(link.personId()).isEqualTo(BABY);
        assertThat(link.relativeId()).isEqualTo(MOTHER);
        assertThat(link.relation()).isEqualTo(FamilyRole.PARENT);
        var after = born.given(decided.events()).at(NOON.plus(Duration.ofHours(1)));
        assertThat(after.reactions(BABY.toString())).as("registered once, and not alone").isEmpty();
    }

    @Test
    void a_child_whose_mother_is_not_known_here_is_registered_all_the_same() {
        var born = open().given(BORN);
        assertThat(born.when(only(born.reactions(BABY.toString())).command(), OFFICER).events())
                .hasSize(1);
        assertThat(born.own().person(OP, BABY)).isEmpty();
    }
}
