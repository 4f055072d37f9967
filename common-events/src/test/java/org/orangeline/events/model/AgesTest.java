package org.orangeline.events.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.FieldConflictSettled.Took;

class AgesTest {

    private static final LocalDate DAY = LocalDate.parse("2019-03-05");
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID CONFLICT = UUID.randomUUID();

    private final Ages grown = Ages.of(Age.between(20, 25, DAY));

    @Test
    void an_age_that_somebody_disputes_protects_until_a_human_has_settled_it() {
        assertThat(grown.isChildOrInDoubt(DAY)).isFalse();
        assertThat(grown.isInDoubt(DAY)).isFalse();

        Ages disputed = grown.disputed(found(Age.between(14, 16, DAY)));
        assertThat(disputed.standing()).isEqualTo(grown.standing());
        assertThat(disputed.isChildOrInDoubt(DAY)).isTrue();
        assertThat(disputed.isInDoubt(DAY)).isTrue();

        assertThat(disputed.settled(settled(UUID.randomUUID()))).isEqualTo(disputed);
        assertThat(disputed.settled(settled(CONFLICT))).isEqualTo(grown);
    }

    @Test
    void two_who_say_that_it_is_a_child_leave_no_doubt() {
        Ages child = Ages.of(Age.between(8, 9, DAY)).disputed(found(Age.between(6, 7, DAY)));
        assertThat(child.isChildOrInDoubt(DAY)).isTrue();
        assertThat(child.isInDoubt(DAY)).isFalse();
    }

    @Test
    void a_correction_changes_what_stands_and_leaves_what_is_disputed() {
        Ages disputed = grown.disputed(found(Age.between(14, 16, DAY)));
        Ages corrected = disputed.corrected(Age.between(30, 31, DAY));
        assertThat(corrected.standing()).isEqualTo(Age.between(30, 31, DAY));
        assertThat(corrected.disputed()).isEqualTo(disputed.disputed());
        assertThat(disputed.corrected(null)).isEqualTo(disputed);
    }

    @Test
    void a_dispute_about_another_field_is_none_about_the_age() {
        assertThat(grown.disputed(found(null))).isEqualTo(grown);
    }

    private static FieldConflictFound found(@Nullable Age age) {
        return new FieldConflictFound(
                PERSON,
                CONFLICT,
                age == null ? PersonField.SEX : PersonField.AGE,
                1,
                2,
                age == null ? Sex.FEMALE : null,
                age,
                null,
                null,
                null,
                null,
                null,
                Confidential.of("asked his aunt"));
    }

    private static FieldConflictSettled settled(UUID conflict) {
        return new FieldConflictSettled(
                PERSON, conflict, PersonField.AGE, Took.STANDING, Confidential.of("looked again"));
    }
}
