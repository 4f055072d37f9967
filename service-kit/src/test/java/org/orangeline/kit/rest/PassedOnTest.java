package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;

class PassedOnTest {

    private static final Instant NOW = Instant.parse("2019-03-05T08:40:00Z");
    private static final String TARGET = "/operations/op/devices/t/token";

    @Test
    void an_instance_says_who_sent_a_call_and_nobody_else_can() {
        String mark = at(1, NOW).mark("192.0.2.7", TARGET);
        assertThat(at(1, NOW).sender(mark, TARGET)).contains("192.0.2.7");
        assertThat(at(1, NOW).sender(mark, TARGET + "x")).as("another call").isEmpty();
        assertThat(at(1, NOW.plusSeconds(61)).sender(mark, TARGET)).as("later").isEmpty();
        assertThat(at(2, NOW).sender(mark, TARGET)).as("another deployment").isEmpty();
        assertThat(at(1, NOW).sender("1", TARGET)).as("anybody").isEmpty();
    }

    private static PassedOn at(int key, Instant now) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) key);
        return new PassedOn(
                DerivedKeys.of(DeploymentKey.of(bytes), Service.PLACEMENT),
                new ObjectMapper().registerModule(new JavaTimeModule()),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
