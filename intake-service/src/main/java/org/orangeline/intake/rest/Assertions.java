package org.orangeline.intake.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.orangeline.events.model.DeviceKey;
import org.orangeline.kit.rest.ProblemException;

/**
 * Checks what a tablet signed: a JWS in compact form (RFC 7515, 8037). Times in it are the
 * tablet's, and are not looked at; the challenge in it is what makes it fresh.
 */
final class Assertions {

    private static final AlgorithmConstraints EDDSA_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);
    private static final Pattern JTI = Pattern.compile("[\\x21-\\x7e]{8,100}");

    private Assertions() {}

    /** To whom an assertion has to be addressed. */
    static String audience(String operation) {
        return "urn:orangeline:" + operation + ":intake-service";
    }

    /**
     * @param nonce the challenge that it answers
     * @param jti names the assertion
     */
    record Assertion(String nonce, String jti) {}

    /** What it says, when the tablet signed it for this operation. */
    static Optional<Assertion> read(
            String compact, String operation, String deviceId, DeviceKey key) {
        try {
            JsonWebSignature jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(EDDSA_ONLY);
            jws.setCompactSerialization(compact);
            jws.setKey(publicKey(key).getPublicKey());
            if (!jws.verifySignature()) {
                return Optional.empty();
            }
            JwtClaims claims = JwtClaims.parse(jws.getPayload());
            String nonce = claims.getStringClaimValue("nonce");
            String jti = claims.getJwtId();
            return deviceId.equals(claims.getSubject())
                            && claims.hasAudience()
                            && claims.getAudience().equals(List.of(audience(operation)))
                            && nonce != null
                            && jti != null
                            && JTI.matcher(jti).matches()
                    ? Optional.of(new Assertion(nonce, jti))
                    : Optional.empty();
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws ProblemException 400 when it is no key of the curve
     */
    static DeviceKey checked(DeviceKey key) {
        try {
            PublicJsonWebKey unused = publicKey(key);
            return key;
        } catch (JoseException e) {
            throw ProblemException.field("publicKey", "must be a key of Ed25519");
        }
    }

    private static PublicJsonWebKey publicKey(DeviceKey key) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(
                Map.of("kty", key.kty(), "crv", key.crv(), "x", key.x()));
    }
}
