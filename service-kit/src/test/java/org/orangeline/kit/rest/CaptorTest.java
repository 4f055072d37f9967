package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.Actor;

/** S6: what a tablet says of who captured a call can only refuse more. */
class CaptorTest {

    private static final Actor AMIRA = Actor.human("amira");

    @Test
    void S6_a_decision_is_made_in_the_name_of_who_captured_it() throws NoSuchMethodException {
        assertThat(refusal("karim", "decision")).contains("rule");
        assertThat(refusal("amira", "decision")).isEmpty();
        assertThat(refusal(Actor.foreign("https://two.example", "amira"), "decision")).isEmpty();
    }

    @Test
    void where_the_rule_counts_both_another_may_have_captured_it() throws NoSuchMethodException {
        assertThat(refusal("karim", "recommendation")).isEmpty();
    }

    @Test
    void a_fact_may_be_uploaded_by_another_and_nothing_need_be_said() throws NoSuchMethodException {
        assertThat(refusal("karim", "fact")).isEmpty();
        assertThat(refusal(null, "decision")).isEmpty();
    }

    @Test
    void what_is_no_subject_is_refused() throws NoSuchMethodException {
        assertThat(refusal("", "fact")).contains("bad-request");
        assertThat(refusal("a".repeat(601), "fact")).contains("bad-request");
    }

    private static String refusal(@Nullable String captor, String call)
            throws NoSuchMethodException {
        Access access = CaptorTest.class.getDeclaredMethod(call).getAnnotation(Access.class);
        return Captor.refusal(captor, access, AMIRA).map(Problem::type).orElse("");
    }

    @Access(value = Role.APPROVER, humanOnly = true, decides = true)
    void decision() {}

    @Access(value = Role.SCREENING_OFFICER, humanOnly = true, decides = true, countsCaptor = true)
    void recommendation() {}

    @Access(Role.REGISTRAR)
    void fact() {}
}
