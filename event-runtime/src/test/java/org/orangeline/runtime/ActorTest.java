package org.orangeline.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ActorTest {

    private static final String ONE = "https://one.example/realms/a";
    private static final String TWO = "https://two.example";

    private static final Actor AMIRA = Actor.human("amira");
    private static final Actor AMIRA_OF_ONE = Actor.human(Actor.foreign(ONE, "amira"));
    private static final Actor AMIRA_OF_TWO = Actor.human(Actor.foreign(TWO, "amira"));

    @Test
    void another_subject_is_another_human() {
        assertThat(AMIRA.mayBe("human:karim")).isFalse();
        assertThat(AMIRA_OF_ONE.mayBe("human:karim")).isFalse();
        assertThat(AMIRA_OF_ONE.mayBe("human:" + Actor.foreign(ONE, "karim"))).isFalse();
    }

    @Test
    void a_subject_of_two_issuers_is_two_humans() {
        assertThat(AMIRA_OF_ONE.mayBe(AMIRA_OF_TWO.text())).isFalse();
        assertThat(AMIRA_OF_ONE.mayBe(AMIRA_OF_ONE.text())).isTrue();
        assertThat(Actor.mayBeOne(AMIRA_OF_ONE.text(), AMIRA_OF_TWO.text())).isFalse();
    }

    @Test
    void a_subject_with_and_without_an_issuer_is_never_two_humans() {
        assertThat(AMIRA.mayBe(AMIRA_OF_ONE.text())).isTrue();
        assertThat(AMIRA_OF_ONE.mayBe(AMIRA.text())).isTrue();
        assertThat(AMIRA_OF_ONE.mayBeId("amira")).isTrue();
        assertThat(Actor.mayBeOne(AMIRA.text(), AMIRA_OF_TWO.text())).isTrue();
    }

    @Test
    void a_subject_cannot_be_chosen_so_that_it_reads_as_another_issuers() {
        assertThat(Actor.readsAsForeign("{" + ONE + "}amira")).isTrue();
        assertThat(Actor.readsAsForeign("{amira")).isFalse();
        assertThat(Actor.readsAsForeign("auth0|amira")).isFalse();
        assertThatThrownBy(() -> Actor.foreign("https://x}y", "amira"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_written_for_the_first_issuer_is_as_it_was() {
        assertThat(AMIRA.text()).isEqualTo("human:amira");
        assertThat(AMIRA_OF_TWO.text()).isEqualTo("human:{https://two.example}amira");
    }
}
