package org.orangeline.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;
import org.orangeline.runtime.keys.ProcessKeys;

class ChallengesTest {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new JavaTimeModule());
    private static final ProcessKeys KEY =
            DerivedKeys.of(DeploymentKey.of(new byte[32]), Service.INTAKE);

    private final TurnedClock clock = new TurnedClock();
    private final Challenges challenges = new Challenges(KEY, MAPPER, clock);

    @Test
    void a_challenge_is_good_for_its_operation_and_its_tablet() {
        String nonce = challenges.next("op", "tablet-1");
        assertThat(challenges.isGood(nonce, "op", "tablet-1")).isTrue();
        assertThat(challenges.isGood(nonce, "other", "tablet-1")).isFalse();
        assertThat(challenges.isGood(nonce, "op", "tablet-2")).isFalse();
        assertThat(challenges.next("op", "tablet-1")).as("no two are alike").isNotEqualTo(nonce);
    }

    @Test
    void one_that_was_made_up_or_changed_is_not() {
        String nonce = challenges.next("op", "tablet-1");
        assertThat(challenges.isGood("", "op", "tablet-1")).isFalse();
        assertThat(challenges.isGood("made.up", "op", "tablet-1")).isFalse();
        assertThat(challenges.isGood("x" + nonce, "op", "tablet-1")).isFalse();
        String cut = nonce.substring(0, nonce.indexOf('.') + 1);
        assertThat(challenges.isGood(cut, "op", "tablet-1")).isFalse();
    }

    @Test
    void it_is_good_where_it_was_made_only() {
        Challenges elsewhere = new Challenges(KEY, MAPPER, clock);
        String nonce = elsewhere.next("op", "tablet-1");
        assertThat(elsewhere.isGood(nonce, "op", "tablet-1")).isTrue();
        assertThat(challenges.isGood(nonce, "op", "tablet-1"))
                .as("another instance, or this one before it was started again")
                .isFalse();
    }

    @Test
    void it_runs_out_by_the_servers_clock() {
        String nonce = challenges.next("op", "tablet-1");
        clock.now = clock.now.plus(Challenges.GOOD_FOR).minusMillis(1);
        assertThat(challenges.isGood(nonce, "op", "tablet-1")).isTrue();
        clock.now = clock.now.plusMillis(1);
        assertThat(challenges.isGood(nonce, "op", "tablet-1")).isFalse();
    }

    @Test
    void an_assertion_is_used_once_for_as_long_as_any_challenge_of_it_is_good() {
        assertThat(challenges.spend("op", "tablet-1", "one")).isTrue();
        assertThat(challenges.spend("op", "tablet-1", "one")).isFalse();
        assertThat(challenges.spend("op", "tablet-2", "one")).as("another tablet's").isTrue();
        assertThat(challenges.spend("other", "tablet-1", "one")).isTrue();
        clock.now = clock.now.plus(Challenges.GOOD_FOR);
        assertThat(challenges.spend("op", "tablet-1", "one")).isFalse();
    }

    /** Stands still until it is set. */
    private static final class TurnedClock extends Clock {

        private Instant now = Instant.parse("2019-03-05T12:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
