package org.orangeline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.AgreementFolder;
import org.orangeline.gateway.wiring.AgreementsInTime;

class AgreementsInTimeTest {

    private static final Agreement NORTH = Given.agreement("north", Given.in("roj"), Map.of());
    private static final AgreementFolder THERE =
            new AgreementFolder(Map.of("north", NORTH), Map.of());

    private final List<List<Agreement>> counted = new ArrayList<>();
    private Supplier<AgreementFolder> folder = () -> THERE;
    private final AgreementsInTime agreements =
            new AgreementsInTime(() -> folder.get(), now -> counted.add(List.copyOf(now)));

    @AfterEach
    void close() {
        agreements.close();
    }

    @Test
    void what_is_not_there_any_more_does_not_count_and_what_is_there_again_does() {
        agreements.look();
        folder = () -> AgreementFolder.NONE;
        agreements.look();
        folder = () -> THERE;
        agreements.look();

        assertThat(counted).containsExactly(List.of(NORTH), List.of(), List.of(NORTH));
    }

    @Test
    void what_is_refused_is_said_for_as_long_as_it_is() {
        folder = () -> new AgreementFolder(Map.of(), Map.of("north.1.json", "it has no signature"));
        agreements.look();
        assertThat(agreements.problems()).containsExactly("north.1.json: it has no signature");

        folder = () -> THERE;
        agreements.look();
        assertThat(agreements.problems()).isEmpty();
    }

    @Test
    void a_look_that_comes_to_no_end_leaves_what_was_and_the_next_one_counts() {
        agreements.look();
        folder =
                () -> {
                    throw new IllegalStateException("too many open files");
                };
        agreements.look();
        folder =
                () -> {
                    throw new OutOfMemoryError("for a moment");
                };
        agreements.look();
        folder = () -> AgreementFolder.NONE;
        agreements.look();

        assertThat(counted).containsExactly(List.of(NORTH), List.of());
    }
}
