package org.orangeline.kit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.batch.HeldItem.Settlement;
import org.orangeline.kit.batch.HeldItem.Settlement.How;
import org.orangeline.kit.batch.HeldItem.State;

class HeldItemTest {

    private static final JsonNode WHY = new ObjectMapper().valueToTree(HeldKeys.ERASED);

    private final Settlement ended =
            new Settlement(How.ERASED, "machine:intake-service", HeldSamples.NOON, null);
    private final HeldItem waiting = HeldSamples.waiting("tablet-1", new UUID(0, 1));
    private final HeldItem quarantined = HeldSamples.quarantined("tablet-1", new UUID(0, 2));

    @Test
    void an_erasure_ends_what_was_undecided_and_says_so_without_a_word_of_it() {
        for (HeldItem undecided : new HeldItem[] {waiting, quarantined}) {
            assertThat(undecided.hasText()).isTrue();
            HeldItem erased = undecided.erased(ended, WHY);
            assertThat(erased.hasText()).isFalse();
            assertThat(erased.state()).isEqualTo(State.SETTLED);
            assertThat(erased.settlement()).isEqualTo(ended);
            assertThat(erased.problem()).isEqualTo(WHY);
            assertThat(erased.itemId()).isEqualTo(undecided.itemId());
            assertThat(erased.revision()).isGreaterThan(undecided.revision());
        }
    }

    @Test
    void why_something_was_refused_stays_and_its_content_goes() {
        JsonNode refusal = new ObjectMapper().createObjectNode().put("status", 409);
        HeldItem erased = waiting.refused(refusal).erased(ended, WHY);
        assertThat(erased.state()).isEqualTo(State.SETTLED);
        assertThat(erased.problem()).isEqualTo(refusal);
        assertThat(erased.hasText()).isFalse();
    }

    @Test
    void the_words_of_humans_go_as_well_and_who_said_them_and_when_stays() {
        Settlement word = HeldSamples.discarded();
        HeldItem settled = waiting.settled(word);
        assertThat(settled.hasText()).as("the reason").isTrue();
        HeldItem erased = settled.erased(ended, WHY);
        assertThat(erased.hasText()).isFalse();
        assertThat(erased.settlement())
                .isEqualTo(new Settlement(How.DISCARDED, word.by(), word.at(), null));

        HeldItem done = quarantined.released(word).done();
        assertThat(done.hasText()).isTrue();
        HeldItem gone = done.erased(ended, WHY);
        assertThat(gone.hasText()).isFalse();
        assertThat(gone.state()).isEqualTo(State.DONE);
        assertThat(gone.release()).isNotNull();
        assertThat(gone.settlement()).isNull();
    }

    @Test
    void a_humans_word_fits_one_state_only() {
        assertThat(waiting.fits(How.DISCARDED)).isTrue();
        assertThat(quarantined.fits(How.DISCARDED)).isTrue();
        assertThat(quarantined.fits(How.RELEASED)).isTrue();
        assertThat(waiting.fits(How.RELEASED)).isFalse();
        assertThat(waiting.fits(How.ACKNOWLEDGED)).isFalse();
        assertThat(waiting.refused(WHY).fits(How.ACKNOWLEDGED)).isTrue();
        assertThat(waiting.refused(WHY).fits(How.DISCARDED)).isFalse();
        assertThat(quarantined.fits(How.ERASED)).as("no human says that").isFalse();
    }
}
