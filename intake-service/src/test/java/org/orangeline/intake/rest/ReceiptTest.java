package org.orangeline.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Registrations.arrived;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orangeline.events.EventChain;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.runtime.keys.DeploymentKey;

/** A receipt is checked with nothing but the public key, as a tablet would that is offline. */
class ReceiptTest {

    private final Recorded<PersonArrived> arrived = arrived();
    private final ReceiptSigner signer = signer(1);

    @Test
    void a_true_receipt_names_the_record_and_is_believed_offline() throws GeneralSecurityException {
        String receipt = signer.sign(arrived);
        assertThat(isTrue(receipt, signer.publicKey())).isTrue();
        byte[] hash = HexFormat.of().parseHex(EventChain.hash(arrived));
        assertThat(new String(part(receipt, 1), UTF_8))
                .contains(
                        arrived.event().registrationNumber(),
                        arrived.event().personId().toString(),
                        "\"seq\":" + arrived.envelope().sequence(),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        // A QR code of the usual size holds it.
        assertThat(receipt.length()).isLessThan(500);
        assertThat(signer.publicKey()).doesNotContainKey("d");
    }

    @Test
    void a_forged_receipt_is_not_believed() throws GeneralSecurityException {
        String receipt = signer.sign(arrived);
        String[] parts = receipt.split("\\.");
        String other =
                new String(part(receipt, 1), UTF_8)
                        .replace(arrived.event().registrationNumber(), "BGZ-999999-9");
        String forged =
                parts[0]
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(other.getBytes(UTF_8))
                        + "."
                        + parts[2];
        assertThat(isTrue(forged, signer.publicKey())).isFalse();
        assertThat(isTrue(signer(2).sign(arrived), signer.publicKey())).isFalse();
    }

    @Test
    void a_receipt_of_another_operation_or_of_nobody_is_not_believed()
            throws GeneralSecurityException {
        String receipt = signer.sign(arrived);
        String here = arrived.envelope().operation();
        assertThat(isTrueHere(receipt, here)).isTrue();
        assertThat(isTrueHere(receipt, "somewhere-else")).isFalse();
        // An unsigned one, and one that says that another algorithm was used.
        String body = receipt.split("\\.")[1];
        for (String header : List.of("{\"alg\":\"none\"}", "{\"alg\":\"HS256\"}")) {
            String claimed =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
            assertThat(isTrueHere(claimed + "." + body + "." + receipt.split("\\.")[2], here))
                    .isFalse();
        }
    }

    private boolean isTrueHere(String receipt, String operation) throws GeneralSecurityException {
        return isTrue(receipt, signer.publicKey())
                && new String(part(receipt, 1), UTF_8).contains("\"op\":\"" + operation + "\"");
    }

    @Test
    void every_instance_of_a_deployment_signs_alike() {
        assertThat(signer(1).sign(arrived)).isEqualTo(signer.sign(arrived));
        assertThat(signer(1).publicKey()).isEqualTo(signer.publicKey());
    }

    private static boolean isTrue(String receipt, Map<String, Object> key)
            throws GeneralSecurityException {
        int end = receipt.lastIndexOf('.');
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(publicKey(String.valueOf(key.get("x"))));
        signature.update(receipt.substring(0, end).getBytes(UTF_8));
        return signature.verify(part(receipt, 2));
    }

    // RFC 8032: little-endian, the highest bit is the sign of x.
    private static PublicKey publicKey(String x) throws GeneralSecurityException {
        byte[] bytes = Base64.getUrlDecoder().decode(x);
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        boolean odd = (reversed[0] & 0x80) != 0;
        reversed[0] &= 0x7f;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(
                                NamedParameterSpec.ED25519,
                                new EdECPoint(odd, new BigInteger(1, reversed))));
    }

    private static byte[] part(String receipt, int index) {
        return Base64.getUrlDecoder().decode(receipt.split("\\.")[index]);
    }

    private static ReceiptSigner signer(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return new ReceiptSigner(DeploymentKey.of(key));
    }
}
