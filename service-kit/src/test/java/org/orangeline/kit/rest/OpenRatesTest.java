package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** The two rates of calls without a token: of an address, and of an operation. */
class OpenRatesTest {

    private static final Instant BEGIN = Instant.parse("2019-03-05T08:40:00Z");
    private static final int TABLETS = 200;

    private Instant now = BEGIN;
    private final OpenRates rates = new OpenRates(() -> now);

    @Test
    void an_address_has_a_rate_of_its_own_whatever_operations_it_asks_for() {
        for (int i = 0; i < OpenRates.OF_AN_ADDRESS; i++) {
            assertThat(rates.pause("192.0.2.1", "operation-" + i)).isZero();
        }
        assertThat(rates.pause("192.0.2.1", "one-more")).isPositive();
        assertThat(rates.pause("192.0.2.2", "one-more")).as("of another address").isZero();
        now = now.plusSeconds(1);
        for (int i = 0; i < 30; i++) {
            assertThat(rates.pause("192.0.2.1", "later-" + i)).isZero();
        }
        assertThat(rates.pause("192.0.2.1", "one-more")).isPositive();
    }

    @Test
    void an_operation_has_a_rate_for_strangers_from_wherever_they_come() {
        useUp("baghuz-2019");
        newcomer("another");
        assertThat(rates.pause("another", "baghuz-2019")).isPositive();
        assertThat(rates.pause("another", "other-2019")).as("another operation").isZero();
        now = now.plusSeconds(1);
        for (int i = 0; i < 60; i++) {
            assertThat(rates.pause("address-" + i % 6, "baghuz-2019")).isZero();
        }
        assertThat(rates.pause("another", "baghuz-2019")).isPositive();
    }

    @Test
    void a_tablet_from_a_new_address_gets_in_whatever_strangers_use_up() {
        useUp("baghuz-2019");
        newcomer("one-more");
        assertThat(rates.pause("one-more", "baghuz-2019")).isPositive();
    }

    /** Six addresses ask until the operation is used up. */
    private void useUp(String operation) {
        for (int i = 0; i < 6; i++) {
            newcomer("address-" + i);
            for (int call = 0; call < OpenRates.OF_AN_OPERATION / 6; call++) {
                assertThat(rates.pause("address-" + i, operation)).isZero();
            }
        }
    }

    private void newcomer(String address) {
        for (int i = 0; i < OpenRates.OF_A_NEWCOMER; i++) {
            assertThat(rates.pause(address, "baghuz-2019")).isZero();
        }
    }

    @Test
    void where_a_tablet_proved_who_it_is_strangers_use_up_nothing() {
        rates.proved("192.0.2.1");
        useUp("baghuz-2019");
        for (int i = 0; i < OpenRates.OF_AN_ADDRESS; i++) {
            assertThat(rates.pause("192.0.2.1", "baghuz-2019")).isZero();
        }
        assertThat(rates.pause("192.0.2.1", "baghuz-2019")).as("its own rate").isPositive();
    }

    @Test
    void what_is_refused_is_not_counted() {
        for (int i = 0; i < 10 * OpenRates.OF_AN_ADDRESS; i++) {
            Duration unused = rates.pause("192.0.2.1", "baghuz-2019");
        }
        now = now.plusSeconds(1);
        assertThat(rates.pause("192.0.2.1", "baghuz-2019")).isZero();
    }

    /** Each makes three calls, one after the other, and waits as it is told: a second at least. */
    @Test
    void two_hundred_tablets_behind_one_address_are_let_in_within_seconds() {
        record Call(Instant at, int tablet, int number) {}
        PriorityQueue<Call> calls =
                new PriorityQueue<>(
                        java.util.Comparator.comparing(Call::at).thenComparing(Call::tablet));
        for (int tablet = 0; tablet < TABLETS; tablet++) {
            calls.add(new Call(BEGIN, tablet, 1));
        }
        Instant last = BEGIN;
        while (!calls.isEmpty()) {
            Call call = calls.remove();
            now = call.at();
            Duration pause = rates.pause("192.0.2.1", "baghuz-2019");
            if (!pause.isZero()) {
                Instant again = now.plusSeconds(pause.toSeconds() + 1);
                calls.add(new Call(again, call.tablet(), call.number()));
            } else if (call.number() < 3) {
                calls.add(new Call(now, call.tablet(), call.number() + 1));
                rates.proved("192.0.2.1");
            } else {
                last = now;
            }
        }
        assertThat(Duration.between(BEGIN, last))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }
}
