package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

class DeviceTokensTest {

    private static final Instant NOW = Instant.parse("2019-03-05T12:00:00Z");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModule(new JavaTimeModule());

    private final DeviceTokens intake = tokens(keys(Service.INTAKE, 1), NOW);
    private final DeviceTokens placement = tokens(keys(Service.PLACEMENT, 1), NOW);
    private final String token = intake.issue("op", "tablet-1", "east", false);

    @Test
    void intake_signs_and_every_service_reads_until_it_runs_out() {
        for (DeviceTokens one : List.of(intake, placement)) {
            assertThat(one.read(token, "op")).map(DeviceToken::deviceId).contains("tablet-1");
            assertThat(one.read(token, "other")).isEmpty();
        }
        Instant end = NOW.plus(DeviceTokens.GOOD_FOR);
        assertThat(tokens(keys(Service.PLACEMENT, 1), end).read(token, "op")).isEmpty();
    }

    @Test
    void whoever_has_all_keys_of_another_service_makes_none() {
        ProcessKeys stolen = keys(Service.PLACEMENT, 1);
        assertThatThrownBy(() -> placement.issue("op", "tablet-1", "east", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("placement-service");
        List<byte[]> all = new ArrayList<>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            if (stolen.has(purpose)) {
                all.addAll(stolen.all(purpose));
            }
        }
        DeviceToken forged = new DeviceToken("op", "tablet-1", "east", false, NOW.plusSeconds(60));
        for (byte[] key : all) {
            String made = new Stamp<>(key, MAPPER, DeviceToken.class).sign(forged);
            assertThat(intake.read(made, "op")).isEmpty();
            assertThat(placement.read(made, "op")).isEmpty();
        }
        assertThat(
                        intake.read(
                                tokens(keys(Service.INTAKE, 2), NOW).issue("op", "t", "e", false),
                                "op"))
                .as("another deployment's")
                .isEmpty();
    }

    @Test
    void one_that_was_changed_is_none() {
        String[] parts = token.split("\\.", -1);
        String said = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        String other = said.replace("tablet-1", "tablet-2");
        assertThat(other).isNotEqualTo(said);
        String changed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(other.getBytes(StandardCharsets.UTF_8));
        for (String text :
                List.of(
                        changed + "." + parts[1],
                        parts[0] + ".",
                        parts[0],
                        parts[0] + "." + parts[1].substring(4),
                        "a.b")) {
            assertThat(placement.read(text, "op")).as(text).isEmpty();
        }
    }

    @Test
    void a_token_outlives_one_renewal_of_the_keys_and_not_two() {
        ProcessKeys once = renewed(keys(Service.PLACEMENT, 1), Service.PLACEMENT, 2);
        ProcessKeys twice = renewed(once, Service.PLACEMENT, 3);
        assertThat(tokens(once, NOW).read(token, "op")).isPresent();
        assertThat(tokens(twice, NOW).read(token, "op")).isEmpty();
        String next =
                tokens(renewed(keys(Service.INTAKE, 1), Service.INTAKE, 2), NOW)
                        .issue("op", "tablet-1", "east", false);
        assertThat(tokens(once, NOW).read(next, "op")).isPresent();
        assertThat(tokens(twice, NOW).read(next, "op")).isPresent();
    }

    private static ProcessKeys renewed(ProcessKeys keys, Service service, int version) {
        return DerivedKeys.renewed(
                keys, DeploymentKey.of(new byte[32]), service, version, Optional.empty());
    }

    private static ProcessKeys keys(Service service, int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return DerivedKeys.of(DeploymentKey.of(key), service);
    }

    private static DeviceTokens tokens(ProcessKeys keys, Instant now) {
        return new DeviceTokens(keys, MAPPER, Clock.fixed(now, ZoneOffset.UTC));
    }
}
