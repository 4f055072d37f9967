package org.orangeline.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

/** A container sees its own keys and no others. */
class ComposeSecretsTest {
    @TempDir Path folder;

    @Test
    void each_container_is_given_its_own_keys_only() throws IOException {
        LocalKeys keys = LocalKeys.in(folder.resolve("secrets"));
        for (Service service : Service.values()) {
            List<String> mounts = mounts(service.id());
            assertThat(mounts)
                    .contains(
                            "./secrets/" + service.id() + ".keys:/run/keys/process.keys:ro",
                            "./secrets/operation-keys/"
                                    + service.id()
                                    + ":/run/operation-keys/"
                                    + service.id());
            others(service.id())
                    .forEach(other -> assertThat(mounts).noneMatch(mount -> mount.contains(other)));
            assertThat(keys.processKeysFile(service))
                    .isEqualTo(folder.resolve("secrets").resolve(service.id() + ".keys"));
        }
        assertThat(mounts("agency-gateway"))
                .noneMatch(mount -> mount.contains("-service") || mount.contains("operation-keys"));
        assertThat(compose())
                .doesNotContain("deployment.key")
                .doesNotContain("operation-keys:/")
                .doesNotContain("./secrets:/");
    }

    private static Stream<String> others(String own) {
        return Stream.concat(
                        Arrays.stream(Service.values()).map(Service::id),
                        Stream.of("agency-gateway"))
                .filter(name -> !name.equals(own));
    }

    /** What stands behind {@code volumes:} of one container. */
    private static List<String> mounts(String container) throws IOException {
        List<String> mounts =
                compose()
                        .lines()
                        .dropWhile(line -> !line.equals("  " + container + ":"))
                        .dropWhile(line -> !line.equals("    volumes:"))
                        .skip(1)
                        .takeWhile(line -> line.startsWith("      "))
                        .map(String::strip)
                        .filter(line -> line.startsWith("- "))
                        .map(line -> line.substring(2))
                        .toList();
        assertThat(mounts).as(container).isNotEmpty();
        return mounts;
    }

    private static String compose() throws IOException {
        return Files.readString(
                Path.of(System.getProperty("orangeline.root"), "docker-compose.yml"));
    }
}
