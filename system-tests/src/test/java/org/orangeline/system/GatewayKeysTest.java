package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.LocalKeys;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.system.SharedFeeds.Feeds;

/** Whoever takes the gateway over can make no ticket, no tablet's token and no receipt. */
@OnSharedFeeds
class GatewayKeysTest {

    private final RunningSystem system;
    private final LocalKeys keys;

    GatewayKeysTest(Feeds feeds) {
        this.system = feeds.system();
        this.keys = system.stack().keys();
    }

    @Test
    void the_gateways_keys_are_for_agencies_ids_and_cursors_and_nothing_else() throws IOException {
        List<String> lines = Files.readAllLines(keys.agencyKeysFile());
        assertThat(lines)
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyInAnyOrder("pseudonyms", "cursors")
                .doesNotContainAnyElementsOf(
                        Arrays.stream(KeyPurpose.values()).map(KeyPurpose::spelled).toList());
        String all = String.join("\n", lines);
        assertThat(Files.readString(keys.deploymentKeyFile())).isNotBlank();
        for (Service service : Service.values()) {
            ProcessKeys others = ProcessKeys.read(keys.processKeysFile(service), service.id());
            for (KeyPurpose purpose : KeyPurpose.values()) {
                if (others.has(purpose)) {
                    others.versions(purpose)
                            .forEach((version, key) ->
                                    assertThat(all)
                                            .as("%s %s %d", service, purpose, version)
                                            .doesNotContain(
                                                    Base64.getEncoder().encodeToString(key)));
                }
            }
        }
        // What makes them is intake-service's alone.
        ProcessKeys intake =
                ProcessKeys.read(keys.processKeysFile(Service.INTAKE), "intake-service");
        assertThat(
                        List.of(
                                KeyPurpose.HELD_TICKET,
                                KeyPurpose.DEVICE_TOKEN_PRIVATE,
                                KeyPurpose.RECEIPT_PRIVATE))
                .allMatch(intake::has);
    }

    @Test
    void the_running_gateway_is_told_of_no_other_keys() throws IOException {
        String told = environment(system.stack().gateway().pid());
        assertThat(told).contains("ORANGELINE_GATEWAY_KEYS=" + keys.agencyKeysFile());
        assertThat(told)
                .doesNotContain("ORANGELINE_PROCESS_KEYS", "ORANGELINE_KEY_FOLDER")
                .doesNotContain(
                        keys.deploymentKeyFile().toString(), keys.operationKeys().toString());
        for (Service service : Service.values()) {
            String file = keys.processKeysFile(service).toString();
            assertThat(told).doesNotContain(file);
            assertThat(environment(system.process(service).pid())).contains(file);
        }
    }

    private static String environment(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "environ"));
    }
}
