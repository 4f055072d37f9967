package org.orangeline.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.events.Service;
import org.orangeline.launcher.LaunchException;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;
import org.orangeline.runtime.keys.Ed25519Pair;
import org.orangeline.runtime.keys.KeyFolder;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.keys.WrapAnew;

/** What the launcher makes of a deployment key, and makes again. */
class KeyFilesTest {
    private static final String OLD_ROOT = Base64.getEncoder().encodeToString(new byte[32]) + "\n";

    @TempDir Path data;
    private Path folder;

    @BeforeEach
    void folder() {
        folder = data.resolve("keys");
    }

    @Test
    void each_service_gets_a_file_and_a_folder_of_its_own_that_nobody_else_reads()
            throws IOException {
        LocalKeys keys = LocalKeys.in(folder);
        DeploymentKey root = DeploymentKey.read(keys.deploymentKeyFile());
        for (Service service : Service.values()) {
            assertThat(keys.processKeysFile(service))
                    .hasContent(DerivedKeys.of(root, service).text());
            assertThat(rights(keys.processKeysFile(service))).isEqualTo("rw-------");
            assertThat(rights(keys.operationKeys().resolve(service.id()))).isEqualTo("rwx------");
        }
        assertThat(rights(keys.agencyKeysFile())).isEqualTo("rw-------");
        assertThat(keys.agencyKeysFile()).hasContent(AgencyKeys.of(root).text());
    }

    @Test
    void what_is_lost_is_made_again_as_it_was_in_a_new_deployment() throws IOException {
        LocalKeys.in(folder);
        eachFileIsMadeAgain();
    }

    @Test
    void what_is_lost_is_made_again_as_it_was_in_a_deployment_of_before() throws IOException {
        earlier();
        LocalKeys keys = LocalKeys.in(folder);
        DeploymentKey root = DeploymentKey.of(new byte[32]);
        for (Service service : Service.values()) {
            assertThat(keys.processKeysFile(service))
                    .hasContent(DerivedKeys.ofEarlier(root, service).text());
        }
        assertThat(keys.agencyKeysFile()).hasContent(AgencyKeys.ofEarlier(root).text());
        assertThat(keys.deploymentKeyFile()).as("not touched").hasContent(OLD_ROOT);
        eachFileIsMadeAgain();
    }

    @Test
    void ids_of_agencies_that_were_named_stay_in_a_deployment_whose_services_were_not()
            throws IOException {
        earlier();
        DeploymentKey root = DeploymentKey.of(new byte[32]);
        Files.writeString(folder.resolve("agency.keys"), AgencyKeys.of(root).text());
        LocalKeys keys = LocalKeys.in(folder);
        assertThat(keys.processKeysFile(Service.INTAKE))
                .hasContent(DerivedKeys.ofEarlier(root, Service.INTAKE).text());
        eachFileIsMadeAgain();
        assertThat(keys.agencyKeysFile()).hasContent(AgencyKeys.of(root).text());
    }

    private void eachFileIsMadeAgain() throws IOException {
        Map<String, String> before = files();
        for (String name : before.keySet()) {
            if (!name.equals("deployment.key")) {
                Files.delete(folder.resolve(name));
                LocalKeys.in(folder);
                assertThat(files()).as(name).isEqualTo(before);
            }
        }
    }

    @Test
    void a_pair_for_receipts_that_there_was_is_taken_along() throws IOException {
        KeyPair own =
                Ed25519Pair.of(
                        new byte[] {
                            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
                            21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
                        });
        for (String place : new String[] {"receipt.pem", "operation-keys/receipt.pem"}) {
            folder = data.resolve(place.replace('/', '-'));
            earlier();
            Path file = folder.resolve(place);
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    Pem.of(Pem.PRIVATE, own.getPrivate().getEncoded())
                            + Pem.of(Pem.PUBLIC, own.getPublic().getEncoded()));
            LocalKeys.in(folder);
            assertThat(keys(Service.INTAKE).newest(KeyPurpose.RECEIPT_PRIVATE))
                    .isEqualTo(own.getPrivate().getEncoded());
            assertThat(keys(Service.SCREENING).has(KeyPurpose.RECEIPT_PUBLIC)).isFalse();
            assertThat(file).exists();
        }
    }

    @Test
    void a_renewal_changes_the_root_and_keeps_what_ids_and_hashes_need() throws IOException {
        LocalKeys keys = LocalKeys.in(folder);
        Map<String, String> before = files();
        ProcessKeys first = keys(Service.INTAKE);
        LocalKeys.in(folder).renew();
        assertThat(files().get("deployment.key")).isNotEqualTo(before.get("deployment.key"));
        assertThat(files().get("agency.keys")).isEqualTo(before.get("agency.keys"));
        for (Service service : Service.values()) {
            ProcessKeys now = keys(service);
            assertThat(now.versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(1, 2);
            assertThat(now.versions(KeyPurpose.CONTENT_HASH)).containsOnlyKeys(1);
            assertThat(rights(keys.processKeysFile(service))).isEqualTo("rw-------");
        }
        assertThat(keys(Service.INTAKE).contentHash(new byte[1]))
                .isEqualTo(first.contentHash(new byte[1]));
        DeploymentKey root = DeploymentKey.read(keys.deploymentKeyFile());
        assertThat(keys(Service.SCREENING).newest(KeyPurpose.PASSED_ON))
                .isEqualTo(root.named("screening-service", "passed-on", 2));
        Map<String, String> after = files();
        LocalKeys.in(folder);
        assertThat(files()).isEqualTo(after);
    }

    /** The state after each step, as if the machine had lost its power there. */
    @Test
    void a_renewal_that_is_interrupted_anywhere_is_ended_by_the_next_run() throws IOException {
        LocalKeys.in(folder);
        Map<String, String> before = files();
        LocalKeys.in(folder).renew();
        Map<String, String> after = files();
        String next = after.get("deployment.key");
        for (int written = 0; written <= Service.values().length; written++) {
            restore(before);
            Files.writeString(folder.resolve("deployment.key.next"), next);
            for (int i = 0; i < written; i++) {
                String name = Service.values()[i].id() + ".keys";
                Files.writeString(folder.resolve(name), after.get(name));
            }
            if (written == 1) {
                LocalKeys.in(folder).renew(); // One more: the first was ended by opening it.
                assertThat(keys(Service.PLACEMENT).versions(KeyPurpose.KEY_WRAP))
                        .containsOnlyKeys(1, 2, 3);
            } else {
                assertThat(LocalKeys.in(folder).notice().orElseThrow())
                        .contains("back up")
                        .contains("restart every service");
                assertThat(files()).as("after " + written).isEqualTo(after);
            }
        }
    }

    @Test
    void a_wrapping_key_is_kept_until_no_master_key_needs_it() throws IOException {
        LocalKeys.in(folder);
        String name = "intake-service/op";
        KeyFolder first = new KeyFolder(folder.resolve("operation-keys"), keys(Service.INTAKE));
        byte[] wrapped = first.wrap(name, first.current(name), new byte[32]);
        LocalKeys.in(folder).renew();
        LocalKeys.in(folder).renew();
        // No service was started in between.
        assertThat(keys(Service.INTAKE).versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(1, 2, 3);
        assertThat(keys(Service.SCREENING).versions(KeyPurpose.KEY_WRAP))
                .as("has no file, which may be elsewhere")
                .containsOnlyKeys(1, 2, 3);
        assertThat(new WrapAnew(folder.resolve("operation-keys"), keys(Service.INTAKE)).run())
                .isEqualTo(1);
        LocalKeys.in(folder).renew();
        assertThat(keys(Service.INTAKE).versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(3, 4);
        assertThat(
                        new KeyFolder(folder.resolve("operation-keys"), keys(Service.INTAKE))
                                .unwrap(name, 1, wrapped))
                .hasValue(new byte[32]);
    }

    @Test
    void after_a_renewal_a_lost_file_is_not_replaced_by_other_keys() throws IOException {
        LocalKeys.in(folder).renew();
        Map<String, String> before = files();
        for (String name : new String[] {"intake-service.keys", "agency.keys"}) {
            Files.delete(folder.resolve(name));
            assertThatThrownBy(() -> LocalKeys.in(folder))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining(name + " is missing")
                    .hasMessageContaining("restore it from a backup");
            restore(before);
        }
    }

    @Test
    void the_deployment_key_may_be_kept_elsewhere_and_is_not_made_anew() throws IOException {
        LocalKeys keys = LocalKeys.in(folder);
        Files.delete(keys.deploymentKeyFile());
        LocalKeys.in(folder);
        assertThat(keys.deploymentKeyFile()).doesNotExist();
        LocalKeys.in(folder).renew();
        assertThat(keys(Service.INTAKE).versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(1, 2);
    }

    /** The services have another folder; a copy of it was left here. */
    @Test
    void renewals_keep_what_a_key_folder_elsewhere_needs() throws IOException {
        LocalKeys.in(folder);
        String name = "intake-service/op";
        Path left = folder.resolve("operation-keys");
        KeyFolder first = new KeyFolder(left, keys(Service.INTAKE));
        byte[] wrapped = first.wrap(name, first.current(name), new byte[32]);
        Path elsewhere = data.resolve("elsewhere");
        Files.createDirectories(elsewhere.resolve(name));
        Files.copy(left.resolve(name + "/1.key"), elsewhere.resolve(name + "/1.key"));
        LocalKeys.in(folder).renew();
        assertThat(new WrapAnew(elsewhere, keys(Service.INTAKE)).run()).isEqualTo(1);
        LocalKeys.in(folder).renew();
        LocalKeys.in(folder).renew();
        assertThat(new KeyFolder(elsewhere, keys(Service.INTAKE)).unwrap(name, 1, wrapped))
                .hasValue(new byte[32]);
    }

    @Test
    void a_lost_file_is_not_made_of_a_deployment_key_that_was_put_back() throws IOException {
        LocalKeys.in(folder);
        String old = files().get("deployment.key");
        LocalKeys.in(folder).renew();
        Files.writeString(folder.resolve("deployment.key"), old);
        Files.delete(folder.resolve("intake-service.keys"));
        assertThatThrownBy(() -> LocalKeys.in(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("intake-service.keys is missing")
                .hasMessageContaining("deployment.key is older than screening-service.keys");
        assertThat(folder.resolve("intake-service.keys")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation-keys/intake-service/op/reads/1.key",
                "operation-keys/receipt.pem",
                "receipt.pem",
                "screening-service.keys",
                "agency.keys"
            })
    void no_second_deployment_key_is_made_beside_what_the_first_one_made(String there)
            throws IOException {
        Path file = folder.resolve(there);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "something");
        assertThatThrownBy(() -> LocalKeys.in(folder))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("is missing, and so is deployment.key");
        assertThat(folder.resolve("deployment.key")).doesNotExist();
    }

    @Test
    void of_commands_at_once_one_makes_the_keys_and_one_ends_a_renewal() throws Exception {
        for (int round = 0; round < 3; round++) {
            folder = data.resolve("at-once-" + round);
            assertThat(atOnce(() -> LocalKeys.in(folder).notice())).containsOnly(Optional.empty());
            DeploymentKey root = DeploymentKey.read(folder.resolve("deployment.key"));
            for (Service service : Service.values()) {
                assertThat(keys(service).text()).isEqualTo(DerivedKeys.of(root, service).text());
            }
            Files.writeString(folder.resolve("deployment.key.next"), Root.made(2).text());
            assertThat(atOnce(() -> LocalKeys.in(folder).notice()))
                    .as("one ended it and says so")
                    .filteredOn(Optional::isPresent)
                    .hasSize(1);
            assertThat(Root.read(folder.resolve("deployment.key")).version()).isEqualTo(2);
            assertThat(keys(Service.INTAKE).lastVersion()).isEqualTo(2);
        }
    }

    @Test
    void of_two_renewals_at_once_the_second_is_refused() throws IOException {
        LocalKeys one = LocalKeys.in(folder);
        LocalKeys other = LocalKeys.in(folder);
        one.renew();
        assertThatThrownBy(other::renew)
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("another command just renewed them");
        assertThat(keys(Service.INTAKE).lastVersion()).isEqualTo(2);
    }

    @Test
    void a_command_waits_for_one_in_another_process() throws Exception {
        LocalKeys.in(folder);
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KeysLockHolder.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("locked");
            CompletableFuture<LocalKeys> waiting =
                    CompletableFuture.supplyAsync(() -> LocalKeys.in(folder).renew());
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            other.getOutputStream().close();
            assertThat(waiting.get(30, TimeUnit.SECONDS).notice()).isEmpty();
        } finally {
            other.destroy();
        }
    }

    private static <T> List<T> atOnce(Supplier<T> command) {
        List<CompletableFuture<T>> all =
                IntStream.range(0, 4)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        command, task -> Thread.ofPlatform().start(task)))
                        .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void a_master_key_that_cannot_be_read_holds_up_no_renewal() throws IOException {
        LocalKeys.in(folder);
        Path broken = folder.resolve("operation-keys/intake-service/op/1.key");
        Files.createDirectories(broken.getParent());
        Files.write(broken, new byte[] {(byte) 0xff});
        LocalKeys.in(folder).renew();
        LocalKeys.in(folder).renew();
        assertThat(LocalKeys.in(folder).notice()).isEmpty();
        assertThat(keys(Service.INTAKE).versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(1, 2, 3);
    }

    private void earlier() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("deployment.key"), OLD_ROOT);
    }

    private ProcessKeys keys(Service service) {
        return ProcessKeys.read(folder.resolve(service.id() + ".keys"), service.id());
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one ->
                                    one.toString().endsWith(".key")
                                            || one.toString().endsWith(".keys")
                                            || one.toString().endsWith(".next"))
                            .toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private void restore(Map<String, String> contents) throws IOException {
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
