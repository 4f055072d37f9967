package org.orangeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What a linter asks of containers, and what docs/security.md promises of them. */
class ContainersTest {
    private static final Path ROOT = Path.of(System.getProperty("orangeline.root"));

    private static final String BROKER = "kafka";

    /** What every process of a deployment may read: nothing in it is secret. */
    private static final Set<String> OPEN_TO_ALL =
            Set.of(
                    "issuer-public.pem",
                    "agreements-public.pem",
                    "revoked-tokens",
                    "agreements",
                    "tls/ca.pem");

    /** What a container needs beside what is named after it. */
    private static final Map<String, Set<String>> OWN =
            Map.of(
                    "intake-service", Set.of("agency.keys"),
                    "agency-gateway", Set.of("agency.keys"),
                    // It tells the broker everybody's password.
                    "access", Set.of("kafka"),
                    "access-watch", Set.of("kafka/admin.properties"));

    private static final Pattern TAGGED = Pattern.compile("[^:@]+:[^:]+.*");

    static Stream<String> containers() throws IOException {
        return services().keySet().stream();
    }

    static Stream<String> dockerfiles() {
        return Stream.of("Dockerfile", "docker/access.Dockerfile");
    }

    @Test
    void every_process_has_a_container() throws IOException {
        assertThat(services().keySet())
                .contains("intake-service", "screening-service", "placement-service", BROKER);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_has_no_more_rights_than_it_needs(String name) throws IOException {
        Map<String, Object> container = container(name);
        assertThat(list(container, "cap_drop")).containsExactly("ALL");
        assertThat(list(container, "security_opt")).contains("no-new-privileges:true");
        assertThat(container)
                .doesNotContainKeys(
                        "privileged", "cap_add", "network_mode", "pid", "ipc", "devices");
        assertThat(container).containsEntry("read_only", true);
        // The broker's image has a user of its own, who owns its volume.
        assertThat(String.valueOf(container.get("user")))
                .matches(name.equals(BROKER) ? "1000" : "\\$\\{ORANGELINE_UID:-\\d+}");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_takes_no_more_than_its_share(String name) throws IOException {
        assertThat(container(name)).containsKeys("mem_limit", "pids_limit");
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_is_reached_from_this_machine_only(String name) throws IOException {
        assertThat(list(container(name), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_writes_no_secret_but_its_own_master_keys(String name) throws IOException {
        assertThat(list(container(name), "volumes"))
                .allSatisfy(mount -> {
                    assertThat(mount).doesNotContain("docker.sock");
                    if (mount.startsWith("./secrets")) {
                        assertThat(
                                        mount.endsWith(":ro")
                                                || mount.contains("/operation-keys/" + name + ":"))
                                .as(mount)
                                .isTrue();
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("containers")
    void a_container_sees_its_own_keys_only(String name) throws IOException {
        assertThat(secrets(name))
                .allMatch(secret ->
                        OPEN_TO_ALL.contains(secret)
                                || OWN.getOrDefault(name, Set.of()).contains(secret)
                                || secret.equals("operation-keys/" + name)
                                || secret.equals(name + ".keys")
                                || secret.equals("kafka/" + name + ".properties")
                                || secret.equals("tls/" + name + ".pem")
                                || secret.equals("tls/" + name + "-key.pem"));
    }

    @Test
    void the_settings_of_the_broker_are_in_no_folder_that_another_container_sees()
            throws IOException {
        assertThat(container(BROKER)).containsEntry("env_file", "secrets/broker.env");
        for (String name : services().keySet()) {
            assertThat(secrets(name)).as(name).doesNotContain("", ".", "broker.env", "tls");
        }
    }

    private static List<String> secrets(String name) throws IOException {
        return list(container(name), "volumes").stream()
                .filter(mount -> mount.startsWith("./secrets"))
                .map(mount -> mount.substring("./secrets".length(), mount.indexOf(':')))
                .map(secret -> secret.startsWith("/") ? secret.substring(1) : secret)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("containers")
    void an_image_has_a_version(String name) throws IOException {
        String image = String.valueOf(container(name).get("image"));
        assertThat(image).matches(TAGGED).doesNotEndWith(":latest");
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void an_image_is_built_from_a_version_and_runs_as_nobody_of_rank(String file)
            throws IOException {
        List<String> lines =
                Files.readAllLines(ROOT.resolve(file)).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .toList();
        assertThat(lines)
                .filteredOn(line -> line.startsWith("FROM "))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.substring(5)).matches(TAGGED).doesNotEndWith(":latest"));
        // What is fetched while an image is built is not what was tested.
        assertThat(lines)
                .noneMatch(line -> line.startsWith("ADD "))
                .noneMatch(line -> line.contains("curl ") || line.contains("wget "))
                .noneMatch(line -> line.contains("apt-get") || line.contains("sudo "));
        assertThat(lines.stream().filter(line -> line.startsWith("USER ")).toList())
                .containsExactly("USER 1000");
        assertThat(lines.indexOf("USER 1000"))
                .isGreaterThan(last(lines, "COPY "))
                .isGreaterThan(last(lines, "RUN "));
    }

    /** Half of what a service takes at most, so that there is room for other addresses. */
    @Test
    void one_address_does_not_have_all_connections() throws IOException {
        Pattern share = Pattern.compile("ORANGELINE_CONNECTIONS_PER_ADDRESS:-(\\d+)}");
        assertThat(share.matcher(Files.readString(ROOT.resolve("docker-compose.yml"))).results())
                .singleElement()
                .satisfies(
                        found -> assertThat(Integer.parseInt(found.group(1))).isBetween(1, 2_000));
    }

    private static int last(List<String> lines, String start) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).startsWith(start) ? i : last;
        }
        return last;
    }

    private static Map<String, Object> container(String name) throws IOException {
        return map(Objects.requireNonNull(services().get(name)));
    }

    private static Map<String, Object> services() throws IOException {
        Map<String, Object> compose =
                map(new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml"))));
        return map(Objects.requireNonNull(compose.get("services")));
    }

    private static List<String> list(Map<String, Object> container, String name) {
        return ((List<?>) container.getOrDefault(name, List.of()))
                .stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked") // Keys in YAML of this file are texts.
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
