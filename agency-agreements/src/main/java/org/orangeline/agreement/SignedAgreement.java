package org.orangeline.agreement;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.orangeline.events.EventCodec;

/**
 * An agreement and the detached Ed25519 signature over its canonical JSON: keys sorted, no white
 * space, no nulls.
 */
public final class SignedAgreement {

    private static final String ALGORITHM = "Ed25519";

    private SignedAgreement() {}

    /**
     * Reads an agreement whose signature holds.
     *
     * @param json the agreement's file
     * @param signature base64
     * @param signers whose signature counts
     * @throws AgreementException when it is not signed by them, or is not an agreement to the
     *     letter
     */
    public static Agreement read(byte[] json, String signature, PublicKey signers) {
        byte[] canonical;
        Agreement agreement;
        try {
            canonical = EventCodec.canonical(EventCodec.read(json, Map.class));
        } catch (RuntimeException e) {
            throw new AgreementException("it is no JSON object");
        }
        if (!isSigned(canonical, signature, signers)) {
            throw new AgreementException("its signature does not hold");
        }
        try {
            agreement = EventCodec.read(json, Agreement.class);
        } catch (RuntimeException e) {
            throw new AgreementException(
                    "a field is missing or malformed: " + String.valueOf(e.getMessage()));
        }
        // What is misspelt, left out or said twice would be a silent default.
        if (!Arrays.equals(canonical, EventCodec.canonical(agreement))) {
            throw new AgreementException("it has a field too many or too few");
        }
        return agreement;
    }

    /** Signs what {@link #read} reads. */
    public static String sign(byte[] json, PrivateKey key) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(EventCodec.canonical(EventCodec.read(json, Map.class)));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key to sign agreements with", e);
        }
    }

    private static boolean isSigned(byte[] canonical, String signature, PublicKey signers) {
        try {
            Signature checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(signers);
            checking.update(canonical);
            return checking.verify(Base64.getDecoder().decode(signature.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
