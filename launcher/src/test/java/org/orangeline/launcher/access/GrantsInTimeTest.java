package org.orangeline.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orangeline.agreement.Agreement;
import org.orangeline.agreement.Rows;
import org.orangeline.agreement.Times;

class GrantsInTimeTest {
    private final List<String> said = new ArrayList<>();
    private final List<List<String>> granted = new ArrayList<>();
    private AgreementsInForce inForce =
            inForce(agreement("north", "aid"), agreement("south", "aid"));
    private final Set<String> contradicted = new HashSet<>();
    private boolean away;
    private final GrantsInTime grants =
            new GrantsInTime(
                    () -> inForce,
                    agreements -> {
                        if (away) {
                            throw new IllegalStateException("the broker is away");
                        }
                        List<String> agencies = new ArrayList<>(agreements.agencies());
                        agencies.removeAll(contradicted);
                        granted.add(agencies);
                        return agencies;
                    },
                    said::add);

    @Test
    void what_is_in_force_is_granted_once_and_again_when_it_is_something_else() {
        grants.look();
        grants.look();
        inForce = inForce(agreement("north", "aid"));
        grants.look();
        grants.look();

        assertThat(granted).containsExactly(List.of("north", "south"), List.of("north"));
        assertThat(said)
                .containsExactly(
                        "agencies at the broker: north, south", "agencies at the broker: north");
    }

    @Test
    void the_broker_is_asked_again_when_an_agreement_says_something_else() {
        grants.look();
        inForce = inForce(agreement("north", "tracing"), agreement("south", "aid"));
        grants.look();

        assertThat(granted).hasSize(2);
    }

    @Test
    void an_account_of_an_agreement_that_begins_later_is_given_before_it_begins() {
        grants.look();
        inForce = new AgreementsInForce(inForce.agreements(), List.of("west"));
        grants.look();

        assertThat(granted).hasSize(2).last().isEqualTo(List.of("north", "south"));
        assertThat(inForce.withAccounts()).containsExactly("north", "south", "west");
    }

    @Test
    void a_grant_that_the_broker_did_not_take_is_not_thought_to_be_granted() {
        grants.look();
        inForce = AgreementsInForce.NONE;
        away = true;
        assertThatThrownBy(grants::look).hasMessage("the broker is away");
        away = false;
        grants.look();

        assertThat(granted).last().isEqualTo(List.of());
    }

    @Test
    void what_was_revoked_in_part_is_granted_again_when_everything_is_as_it_was() {
        grants.look();
        AgreementsInForce before = inForce;
        inForce = AgreementsInForce.NONE;
        away = true;
        assertThatThrownBy(grants::look).hasMessage("the broker is away");
        inForce = before;
        away = false;
        grants.look();

        assertThat(granted).containsExactly(List.of("north", "south"), List.of("north", "south"));
    }

    @Test
    void what_is_contradicted_only_later_ends_though_no_file_has_changed() {
        grants.look();
        contradicted.add("south");
        for (int i = 0; i < 2 * GrantsInTime.AGAIN; i++) {
            grants.look();
        }

        assertThat(granted)
                .containsExactly(List.of("north", "south"), List.of("north"), List.of("north"));
        assertThat(said)
                .containsExactly(
                        "agencies at the broker: north, south", "agencies at the broker: north");
    }

    private static AgreementsInForce inForce(Agreement... agreements) {
        return new AgreementsInForce(List.of(agreements), List.of());
    }

    private static Agreement agreement(String agency, String purpose) {
        return new Agreement(
                agency,
                1,
                agency,
                purpose,
                "by law",
                Instant.parse("2019-01-01T00:00:00Z"),
                Instant.parse("2020-01-01T00:00:00Z"),
                new Rows(List.of("baghuz"), false, List.of(), List.of()),
                Times.DAY,
                false,
                false,
                false,
                false,
                Map.of());
    }
}
