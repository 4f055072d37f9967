package org.orangeline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.orangeline.events.EventChain;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * Signs receipts, so that a tablet can tell offline that a printed registration is a true one: a
 * JWS (RFC 7515) with EdDSA (RFC 8037) over number, person, sequence and the hash of the event in
 * the chain. The key follows from the deployment key, so every instance has the same one.
 */
@ApplicationScoped
public class ReceiptSigner {

    private static final String PURPOSE = "orangeline receipts v1";
    private static final String CURVE = "Ed25519";

    private final PublicJsonWebKey key;

    @Inject
    ReceiptSigner(KitConfig config) {
        this(DeploymentKey.read(config.deploymentKeyFile()));
    }

    ReceiptSigner(DeploymentKey deployment) {
        try {
            KeyPair pair = pair(deployment.derive(PURPOSE));
            key = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, 11));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
        } catch (JoseException | GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Text for a QR code. */
    String sign(Recorded<PersonArrived> arrived) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("op", arrived.envelope().operation());
        claims.put("num", arrived.event().registrationNumber());
        claims.put("per", arrived.event().personId().toString());
        claims.put("seq", arrived.envelope().sequence());
        claims.put(
                "hash",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(EventChain.hash(arrived))));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setPayload(JsonUtil.toJson(claims));
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a receipt can be signed", e);
        }
    }

    /** The key to check receipts with, as a JSON Web Key. */
    Map<String, Object> publicKey() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    // The generator takes exactly its seed from the source that it is given.
    private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(CURVE);
        generator.initialize(255, new Fixed(seed));
        return generator.generateKeyPair();
    }

    /** Gives the same bytes to who asks. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            System.arraycopy(bytes, 0, out, 0, out.length);
        }
    }
}
