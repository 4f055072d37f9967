package org.orangeline.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;

class AgencyKeysTest {

    private static final DeploymentKey DEPLOYMENT = DeploymentKey.of(new byte[32]);
    private static final UUID PERSON = new UUID(7, 8);

    @TempDir private Path folder;

    @Test
    void an_id_that_was_published_before_there_was_a_file_is_the_same() {
        byte[] label =
                "orangeline gateway agency pseudonyms v1\ntracing-bureau"
                        .getBytes(StandardCharsets.UTF_8);
        String hash = DerivedKeys.ofEarlier(DEPLOYMENT, Service.INTAKE).contentHash(label);
        Pseudonyms before = new Pseudonyms(HexFormat.of().parseHex(hash));
        assertThat(id(AgencyKeys.ofEarlier(DEPLOYMENT)))
                .isEqualTo(before.person("baghuz-2019", PERSON));
        assertThat(AgencyKeys.ofEarlier(DEPLOYMENT).cursors())
                .isEqualTo(DEPLOYMENT.derive("orangeline feed cursors v1"));
    }

    @Test
    void the_file_says_all_that_is_needed_and_nothing_that_opens_anything_else()
            throws IOException {
        AgencyKeys keys = AgencyKeys.of(DEPLOYMENT);
        Path file = Files.writeString(folder.resolve("agency.keys"), keys.text());
        assertThat(id(AgencyKeys.read(file))).isEqualTo(id(keys));
        assertThat(AgencyKeys.read(file).cursors()).isEqualTo(keys.cursors());
        // The key of content hashes would tell whether a guessed command is the right one.
        assertThat(id(keys)).isNotEqualTo(id(AgencyKeys.ofEarlier(DEPLOYMENT)));
        assertThat(keys.cursors()).isNotEqualTo(AgencyKeys.ofEarlier(DEPLOYMENT).cursors());
    }

    @Test
    void a_file_that_lacks_a_key_is_refused_without_being_quoted() throws IOException {
        Path file = Files.writeString(folder.resolve("agency.keys"), "pseudonyms c2VjcmV0\n");
        assertThatThrownBy(() -> AgencyKeys.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("agency.keys")
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> AgencyKeys.read(folder.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UUID id(AgencyKeys keys) {
        return keys.pseudonyms("tracing-bureau").person("baghuz-2019", PERSON);
    }
}
