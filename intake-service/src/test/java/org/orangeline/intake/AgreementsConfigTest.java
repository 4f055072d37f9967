package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orangeline.intake.wiring.AgreementsConfig;

/** What is said at the start of settings that do not fit each other. */
class AgreementsConfigTest {

    @Test
    void agreements_without_the_keys_of_ids_are_warned_of_and_nothing_else() {
        assertThat(config("agreements", null).warning())
                .hasValueSatisfying(warning ->
                        assertThat(warning).contains("ORANGELINE_GATEWAY_KEYS").hasLineCount(1));
        assertThat(config("agreements", "agency.keys").warning()).isEmpty();
        assertThat(config(null, null).warning()).isEmpty();
    }

    private static AgreementsConfig config(
            @org.jspecify.annotations.Nullable String agreements,
            @org.jspecify.annotations.Nullable String keys) {
        return new AgreementsConfig() {
            @Override
            public Optional<Path> agreements() {
                return Optional.ofNullable(agreements).map(Path::of);
            }

            @Override
            public Optional<Path> signers() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> keys() {
                return Optional.ofNullable(keys).map(Path::of);
            }
        };
    }
}
