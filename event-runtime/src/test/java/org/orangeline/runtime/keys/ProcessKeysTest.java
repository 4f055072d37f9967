package org.orangeline.runtime.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;

class ProcessKeysTest {

    private static final byte[] ROOT =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final DeploymentKey DEPLOYMENT = DeploymentKey.of(ROOT);
    private static final DeploymentKey NEXT = DeploymentKey.of(new byte[32]);

    @TempDir private Path folder;

    /** The labels stand here as they did in every service, so that no key changes with the code. */
    @Test
    void keys_of_a_deployment_of_before_are_what_its_services_derived()
            throws GeneralSecurityException {
        ProcessKeys intake = DerivedKeys.ofEarlier(DEPLOYMENT, Service.INTAKE);
        for (Map.Entry<KeyPurpose, String> before :
                Map.of(
                                KeyPurpose.CONTENT_HASH, "orangeline content hash v1",
                                KeyPurpose.KEY_WRAP, "orangeline key wrap v1",
                                KeyPurpose.ENROLMENT_CODE, "orangeline enrolment code v1")
                        .entrySet()) {
            assertThat(intake.newest(before.getKey()))
                    .as(before.getValue())
                    .isEqualTo(derived(before.getValue()));
        }
        assertThat(intake.newest(KeyPurpose.RECEIPT_PRIVATE))
                .isEqualTo(
                        Ed25519Pair.of(derived("orangeline receipts v1"))
                                .getPrivate()
                                .getEncoded());
        ProcessKeys placement = DerivedKeys.ofEarlier(DEPLOYMENT, Service.PLACEMENT);
        for (KeyPurpose signs : List.of(KeyPurpose.HELD_TICKET, KeyPurpose.PASSED_ON)) {
            assertThat(placement.newest(signs)).isNotEqualTo(intake.newest(signs));
        }
        for (KeyPurpose shared : List.of(KeyPurpose.CONTENT_HASH, KeyPurpose.KEY_WRAP)) {
            assertThat(placement.newest(shared)).isEqualTo(intake.newest(shared));
        }
    }

    private static byte[] derived(String label) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ROOT, "HmacSHA256"));
        return mac.doFinal(label.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void in_a_new_deployment_no_service_has_a_key_of_another_one() {
        List<String> secrets = new ArrayList<>();
        for (Service service : Service.values()) {
            ProcessKeys keys = DerivedKeys.of(DEPLOYMENT, service);
            for (KeyPurpose purpose : KeyPurpose.values()) {
                if (purpose != KeyPurpose.DEVICE_TOKEN_PUBLIC && keys.has(purpose)) {
                    secrets.addAll(hex(keys, purpose));
                }
            }
        }
        assertThat(secrets).hasSize(3 * 4 + 5).doesNotHaveDuplicates();
        ProcessKeys placement = DerivedKeys.of(DEPLOYMENT, Service.PLACEMENT);
        assertThat(placement.has(KeyPurpose.DEVICE_TOKEN_PRIVATE)).isFalse();
        assertThat(placement.has(KeyPurpose.RECEIPT_PRIVATE)).isFalse();
        assertThat(placement.has(KeyPurpose.ENROLMENT_CODE)).isFalse();
        assertThat(placement.newest(KeyPurpose.DEVICE_TOKEN_PUBLIC))
                .isEqualTo(
                        DerivedKeys.of(DEPLOYMENT, Service.INTAKE)
                                .newest(KeyPurpose.DEVICE_TOKEN_PUBLIC));
    }

    @Test
    void a_file_gives_back_what_was_written() throws IOException {
        ProcessKeys keys = renewed(DerivedKeys.of(DEPLOYMENT, Service.INTAKE), 2);
        Path file = Files.writeString(folder.resolve("a.keys"), keys.text());
        ProcessKeys read = ProcessKeys.read(file, "intake-service");
        assertThat(read.text()).isEqualTo(keys.text());
        assertThat(read.all(KeyPurpose.KEY_WRAP)).hasSize(2);
        assertThat(read.contentHash(ROOT)).isEqualTo(keys.contentHash(ROOT));
    }

    @Test
    void a_file_of_another_process_or_with_a_broken_line_is_refused_without_being_quoted()
            throws IOException {
        String text = DerivedKeys.of(DEPLOYMENT, Service.INTAKE).text();
        Path file = Files.writeString(folder.resolve("a.keys"), text);
        assertThatThrownBy(() -> ProcessKeys.read(file, "screening-service"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("process screening-service");
        for (String line :
                List.of(
                        "key-wrap 2 c2VjcmV0",
                        "key-wrap 0 " + "A".repeat(43) + "=",
                        "key-wrap 2",
                        "unknown 1 " + "A".repeat(43) + "=",
                        "key-wrap 2 c2Vj*")) {
            Files.writeString(file, text + line + "\n");
            assertThatThrownBy(() -> ProcessKeys.read(file, "intake-service"))
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line")
                    .hasMessageNotContaining("c2V")
                    .hasMessageNotContaining("AAA");
        }
        assertThatThrownBy(() -> ProcessKeys.read(folder.resolve("none"), "intake-service"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_renewal_keeps_what_can_still_be_needed() {
        ProcessKeys first = DerivedKeys.of(DEPLOYMENT, Service.INTAKE);
        ProcessKeys second = renewed(first, 2);
        ProcessKeys third = renewed(second, 3);
        // In the log for good, and on paper.
        for (KeyPurpose stays :
                List.of(
                        KeyPurpose.CONTENT_HASH,
                        KeyPurpose.RECEIPT_PRIVATE,
                        KeyPurpose.RECEIPT_PUBLIC)) {
            assertThat(hex(third, stays)).isEqualTo(hex(first, stays)).hasSize(1);
        }
        // Minutes old at most.
        for (KeyPurpose stamp :
                List.of(
                        KeyPurpose.HELD_TICKET,
                        KeyPurpose.PASSED_ON,
                        KeyPurpose.DEVICE_CHALLENGE,
                        KeyPurpose.DEVICE_TOKEN_PUBLIC)) {
            assertThat(third.versions(stamp)).as(stamp.spelled()).containsOnlyKeys(2, 3);
        }
        assertThat(third.versions(KeyPurpose.DEVICE_TOKEN_PRIVATE)).containsOnlyKeys(3);
        assertThat(third.versions(KeyPurpose.ENROLMENT_CODE)).containsOnlyKeys(1, 2, 3);
        assertThat(third.versions(KeyPurpose.KEY_WRAP)).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void a_key_that_wraps_goes_when_no_file_needs_it() {
        ProcessKeys second = renewed(DerivedKeys.of(DEPLOYMENT, Service.SCREENING), 2);
        assertThat(wraps(second, Optional.of(Set.of(2)))).containsExactly(2, 3);
        assertThat(wraps(second, Optional.of(Set.of(1, 2)))).containsExactly(1, 2, 3);
        assertThat(wraps(second, Optional.empty())).containsExactly(1, 2, 3);
    }

    private static Set<Integer> wraps(ProcessKeys keys, Optional<Set<Integer>> used) {
        return DerivedKeys.renewed(keys, NEXT, Service.SCREENING, 3, used)
                .versions(KeyPurpose.KEY_WRAP)
                .keySet();
    }

    @Test
    void after_a_renewal_the_others_check_what_intake_signs() {
        ProcessKeys intake = renewed(DerivedKeys.of(DEPLOYMENT, Service.INTAKE), 2);
        ProcessKeys screening =
                DerivedKeys.renewed(
                        DerivedKeys.of(DEPLOYMENT, Service.SCREENING),
                        NEXT,
                        Service.SCREENING,
                        2,
                        Optional.empty());
        assertThat(hex(screening, KeyPurpose.DEVICE_TOKEN_PUBLIC))
                .isEqualTo(hex(intake, KeyPurpose.DEVICE_TOKEN_PUBLIC))
                .hasSize(2);
        assertThat(
                        Ed25519Pair.of(
                                intake.newest(KeyPurpose.DEVICE_TOKEN_PRIVATE),
                                screening.newest(KeyPurpose.DEVICE_TOKEN_PUBLIC)))
                .isNotNull();
    }

    private static List<String> hex(ProcessKeys keys, KeyPurpose purpose) {
        return keys.all(purpose).stream().map(HexFormat.of()::formatHex).toList();
    }

    private static ProcessKeys renewed(ProcessKeys keys, int version) {
        Service service =
                keys.process().equals("intake-service") ? Service.INTAKE : Service.SCREENING;
        return DerivedKeys.renewed(keys, NEXT, service, version, Optional.empty());
    }
}
