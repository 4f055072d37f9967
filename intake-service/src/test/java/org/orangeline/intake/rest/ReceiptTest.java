package org.orangeline.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orangeline.intake.Registrations.arrived;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.EventChain;
import org.orangeline.events.ReceiptCheck;
import org.orangeline.events.Recorded;
import org.orangeline.events.Service;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.receipt.SignedRoot;
import org.orangeline.runtime.Outcome;
import org.orangeline.runtime.keys.DeploymentKey;
import org.orangeline.runtime.keys.DerivedKeys;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/** A receipt is checked with nothing but the public key, as a tablet would that is offline. */
class ReceiptTest {

    /** What the service printed before receipts were signed in batches, for a key of ones. */
    private static final String OLD_X = "GNbfg0EsDc-asMIaI9fJRMbF04aRj8GF3APHZ9ZR4yk";

    private static final String OLD =
            "eyJhbGciOiJFZERTQSIsImtpZCI6IkNscGh6MGo2RVhEIn0.eyJvcCI6ImJhZ2h1ei0yMDE5IiwibnVt"
                    + "IjoiQkdaLTAwMDAwMS03IiwicGVyIjoiMDAwMDAwMDAtMDAwMC03MDAwLTAwMDAtMDAwMDAwMDAwMDAx"
                    + "Iiwic2VxIjoyLCJoYXNoIjoicW1majRSaWd1eDdXM3FjeHl0UmlIZVF1RjcwOEIyaVBTbFE5T2hlTlhR"
                    + "USJ9.UfGQ-MPaCaURtlWwHvjlN5CIpgWKNpBgcTZCznu09a8q_oBIbfJRL89o2cKL6vyp3Nv_5p3bhzX"
                    + "n_BmbVk7oBQ";

    private final Recorded<PersonArrived> arrived = arrived();
    private final ReceiptSigner signer = signer(1);
    private final ReceiptCheck check = check(signer);

    @Test
    void a_true_receipt_names_the_record_and_is_believed_offline() {
        String receipt = signer.sign(arrived, false);
        assertThat(check.read(receipt))
                .hasValueSatisfying(claims -> {
                    assertThat(claims.op()).isEqualTo(arrived.envelope().operation());
                    assertThat(claims.num()).isEqualTo(arrived.event().registrationNumber());
                    assertThat(claims.per()).isEqualTo(arrived.event().personId().toString());
                    assertThat(claims.seq()).isEqualTo(arrived.envelope().sequence());
                    assertThat(Base64.getUrlDecoder().decode(claims.hash()))
                            .isEqualTo(HexFormat.of().parseHex(EventChain.hash(arrived)));
                });
        assertThat(receipt.length()).isLessThan(500);
        assertThat(signer.publicKey()).doesNotContainKey("d");
    }

    @Test
    void one_that_is_signed_alone_is_the_jws_that_it_always_was() throws JoseException {
        String receipt = signer.sign(arrived, false);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(
                new AlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        jws.setCompactSerialization(receipt);
        jws.setKey(PublicJsonWebKey.Factory.newPublicJwk(signer.publicKey()).getPublicKey());
        assertThat(jws.verifySignature()).isTrue();
        assertThat(jws.getKeyIdHeaderValue()).isEqualTo(signer.publicKey().get("kid"));
    }

    @Test
    void a_receipt_from_before_is_still_believed() {
        assertThat(signer.publicKey()).containsEntry("x", OLD_X);
        assertThat(check.read(OLD))
                .hasValueSatisfying(claims -> assertThat(claims.seq()).isPositive());
    }

    @Test
    void receipts_that_are_signed_together_are_each_believed_alone() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int many : new int[] {1, 2, 3, 31, 32, 33, 64, 100}) {
            List<Outcome.Done> arrivals = arrivals(random, many);
            List<String> receipts = signer(1).sign(arrivals);
            Set<String> signatures = new HashSet<>();
            for (int i = 0; i < many; i++) {
                String receipt = receipts.get(i);
                String what = "seed %d, %d of %d".formatted(seed, i, many);
                String person =
                        arrivals.get(i).first(PersonArrived.class).event().personId().toString();
                assertThat(check.read(receipt))
                        .as(what)
                        .hasValueSatisfying(claims -> assertThat(claims.per()).isEqualTo(person));
                // A QR code of version 18 holds it.
                assertThat(receipt.length()).as(what).isLessThan(650);
                signatures.add(receipt.substring(receipt.lastIndexOf('.')));
                notBelieved(random, receipt, receipts.get((i + 1) % many), what);
            }
            assertThat(signatures).hasSize(Math.ceilDiv(many, SignedRoot.MOST_LEAVES));
        }
    }

    /** No part is believed changed, nor with a part of another receipt of the same batch. */
    private void notBelieved(Random random, String receipt, String other, String what) {
        String[] parts = receipt.split("\\.");
        for (int part = 0; part < parts.length; part++) {
            byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(check.read(with(parts, part, bytes))).as(what).isEmpty();
        }
        String[] others = other.split("\\.");
        if (others.length == parts.length && parts.length == 4 && !other.equals(receipt)) {
            for (int part = 0; part < 3; part++) {
                byte[] bytes = Base64.getUrlDecoder().decode(others[part]);
                if (!others[part].equals(parts[part])) {
                    assertThat(check.read(with(parts, part, bytes))).as(what).isEmpty();
                }
            }
            assertThat(check.read(parts[0] + "." + parts[1] + "." + parts[3])).as(what).isEmpty();
        }
        assertThat(check(signer(2)).read(receipt)).as(what).isEmpty();
    }

    private static String with(String[] parts, int at, byte[] bytes) {
        String[] changed = parts.clone();
        changed[at] = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return String.join(".", changed);
    }

    @Test
    void who_calls_alone_is_signed_for_alone_and_many_at_once_together() throws Exception {
        List<Outcome.Done> arrivals = arrivals(new Random(1), 400);
        assertThat(signer.sign(arrivals.getFirst()).split("\\.")).hasSize(3);
        Set<String> signatures = new HashSet<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> receipts =
                    arrivals.stream().map(one -> callers.submit(() -> signer.sign(one))).toList();
            for (int i = 0; i < arrivals.size(); i++) {
                String receipt = receipts.get(i).get();
                String person =
                        arrivals.get(i).first(PersonArrived.class).event().personId().toString();
                assertThat(check.read(receipt))
                        .hasValueSatisfying(claims -> assertThat(claims.per()).isEqualTo(person));
                signatures.add(receipt.substring(receipt.lastIndexOf('.')));
            }
        }
        assertThat(signatures.size()).isLessThanOrEqualTo(arrivals.size());
    }

    @Test
    void the_same_call_again_gets_the_same_receipt_and_after_a_restart_one_signed_alone()
            throws InterruptedException, ExecutionException {
        List<Outcome.Done> arrivals = arrivals(new Random(2), 40);
        List<String> first = signer.sign(arrivals);
        List<Outcome.Done> again =
                arrivals.stream().map(one -> new Outcome.Done(one.events(), true)).toList();
        assertThat(signer.sign(again)).isEqualTo(first);
        List<String> restarted = signer(1).sign(again);
        assertThat(restarted).isEqualTo(signer(1).sign(again));
        for (int i = 0; i < first.size(); i++) {
            assertThat(check.read(restarted.get(i))).isEqualTo(check.read(first.get(i)));
            assertThat(restarted.get(i).split("\\.")).hasSize(3);
        }
    }

    @Test
    void a_forged_receipt_is_not_believed() {
        String receipt = signer.sign(arrived, false);
        String[] parts = receipt.split("\\.");
        String other =
                new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)
                        .replace(arrived.event().registrationNumber(), "BGZ-999999-9");
        assertThat(check.read(with(parts, 1, other.getBytes(UTF_8)))).isEmpty();
        assertThat(check.read(signer(2).sign(arrived, false))).isEmpty();
        // An unsigned one, and one that says that another algorithm was used.
        for (String header : List.of("{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}")) {
            assertThat(check.read(with(parts, 0, header.getBytes(UTF_8)))).isEmpty();
        }
        for (String text :
                List.of("", ".", "...", "a.b.c.d", "a.b", receipt + ".", "." + receipt)) {
            assertThat(check.read(text)).isEmpty();
        }
    }

    @Test
    void every_instance_of_a_deployment_signs_alike() {
        assertThat(signer(1).sign(arrived, false)).isEqualTo(signer.sign(arrived, false));
        assertThat(signer(1).publicKey()).isEqualTo(signer.publicKey());
    }

    @Test
    void a_file_that_there_was_before_counts_and_without_it_the_keys_of_the_process(
            @TempDir Path folder) throws IOException {
        assertThat(pair(Optional.empty(), folder, 1).getPublic())
                .isEqualTo(pair(Optional.empty(), folder, 1).getPublic());
        assertThat(
                        new ReceiptSigner(
                                        pair(Optional.empty(), folder, 1),
                                        (_, sequence) -> sequence)
                                .publicKey())
                .isEqualTo(signer.publicKey());
        Path other = Files.writeString(folder.resolve("other.pem"), pem(keys(3), keys(3)));
        assertThat(pair(Optional.of(other), folder, 1).getPublic())
                .isEqualTo(pair(Optional.empty(), folder, 3).getPublic());
        Path unused = Files.writeString(folder.resolve("receipt.pem"), pem(keys(2), keys(2)));
        assertThat(pair(Optional.empty(), folder, 1).getPublic())
                .isEqualTo(pair(Optional.of(folder.resolve("receipt.pem")), other, 9).getPublic())
                .isNotEqualTo(pair(Optional.empty(), other, 1).getPublic());
    }

    @Test
    void a_key_file_that_holds_no_pair_is_refused(@TempDir Path folder) throws IOException {
        for (String content : List.of("", "no key", pem(keys(1), keys(2)))) {
            Path file = Files.writeString(folder.resolve("bad.pem"), content);
            assertThatThrownBy(() -> pair(Optional.of(file), folder, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("bad.pem");
        }
        assertThatThrownBy(() -> pair(Optional.of(folder.resolve("none.pem")), folder, 1))
                .hasMessageContaining("none.pem");
    }

    private static KeyPair pair(Optional<Path> file, Path folder, int fill) {
        return ReceiptKey.of(file, Optional.of(folder), keys(fill));
    }

    private static String pem(ProcessKeys secret, ProcessKeys open) {
        return block("PRIVATE KEY", secret.newest(KeyPurpose.RECEIPT_PRIVATE))
                + block("PUBLIC KEY", open.newest(KeyPurpose.RECEIPT_PUBLIC));
    }

    private static String block(String type, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, Base64.getEncoder().encodeToString(content), type);
    }

    private List<Outcome.Done> arrivals(Random random, int many) {
        List<Outcome.Done> arrivals = new ArrayList<>();
        PersonArrived event = arrived.event();
        for (int i = 0; i < many; i++) {
            var other =
                    new PersonArrived(
                            new UUID(random.nextLong(), random.nextLong()),
                            "BGZ-%06d-0".formatted(i),
                            event.receptionPoint(),
                            event.arrivedAt(),
                            event.sex(),
                            event.age(),
                            event.nationalities(),
                            event.needs(),
                            event.family(),
                            event.identity(),
                            event.device());
            arrivals.add(
                    new Outcome.Done(List.of(new Recorded<>(arrived.envelope(), other)), false));
        }
        return arrivals;
    }

    private static ReceiptCheck check(ReceiptSigner signer) {
        return new ReceiptCheck(String.valueOf(signer.publicKey().get("x")));
    }

    private static ReceiptSigner signer(int fill) {
        return new ReceiptSigner(
                ReceiptKey.of(Optional.empty(), Optional.empty(), keys(fill)),
                (_, sequence) -> sequence);
    }

    /** Of a deployment that is older than files of keys: its receipts stay good. */
    private static ProcessKeys keys(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return DerivedKeys.ofEarlier(DeploymentKey.of(key), Service.INTAKE);
    }
}
