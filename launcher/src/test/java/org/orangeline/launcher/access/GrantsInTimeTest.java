package org.orangeline.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsInTimeTest {
    private final List<String> said = new ArrayList<>();
    private final List<List<String>> granted = new ArrayList<>();
    private List<String> inForce = List.of("north", "south");
    private boolean away;
    private final GrantsInTime grants =
            new GrantsInTime(
                    () -> inForce,
                    agencies -> {
                        if (away) {
                            throw new IllegalStateException("the broker is away");
                        }
                        granted.add(agencies);
                    },
                    said::add);

    @Test
    void what_is_in_force_is_granted_once_and_again_when_it_is_something_else() {
        grants.look();
        grants.look();
        inForce = List.of("north");
        grants.look();
        grants.look();

        assertThat(granted).containsExactly(List.of("north", "south"), List.of("north"));
        assertThat(said)
                .containsExactly(
                        "agencies at the broker: north, south", "agencies at the broker: north");
    }

    @Test
    void a_grant_that_the_broker_did_not_take_is_not_thought_to_be_granted() {
        grants.look();
        inForce = List.of();
        away = true;
        assertThatThrownBy(grants::look).hasMessage("the broker is away");
        away = false;
        grants.look();

        assertThat(granted).last().isEqualTo(List.of());
    }
}
