package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.Submission;

class UnsettledTest {

    private record Nothing(String operation) implements Command {

        @Override
        public Set<String> subjects() {
            return Set.of();
        }
    }

    @Test
    void readiness_hears_of_commands_that_nobody_knows_the_outcome_of() {
        Unsettled<Nothing> unsettled = new Unsettled<>();
        assertThat(unsettled.problem()).isEmpty();
        Entry<Nothing> entry =
                new Entry<>(
                        new Submission<>(
                                new Nothing("baghuz"),
                                "one",
                                Actor.human("zerin"),
                                "one",
                                () -> {
                                    throw new AssertionError("nobody asks");
                                }),
                        "hash");
        unsettled.add(entry);
        assertThat(unsettled.problem()).contains("1 commands").doesNotContain("baghuz", "zerin");
        unsettled.giveUp();
        assertThat(unsettled.problem()).isEmpty();
        assertThat(entry.answer()).isCompleted();
    }
}
