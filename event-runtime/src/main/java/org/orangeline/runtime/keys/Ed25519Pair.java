package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pairs of keys for signatures (RFC 8032). */
public final class Ed25519Pair {

    private static final String CURVE = "Ed25519";
    private static final int BITS = 255;

    private Ed25519Pair() {}

    /**
     * The pair whose private key these 32 bytes are. The generator takes its random bytes as the
     * private key and computes the public one, for which the JDK has no other call. That it does so
     * is checked, not believed.
     */
    public static KeyPair of(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(CURVE);
            generator.initialize(BITS, new Fixed(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] made =
                    ((EdECPrivateKey) pair.getPrivate())
                            .getBytes()
                            .orElseThrow(() -> new GeneralSecurityException("no private key"));
            if (!MessageDigest.isEqual(made, seed)) {
                throw new GeneralSecurityException("this JDK makes another key from these bytes");
            }
            requirePair(pair);
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no Ed25519 pair can be made", e);
        }
    }

    /**
     * @param file PEM with two blocks, {@code PRIVATE KEY} (PKCS #8) and {@code PUBLIC KEY} (X.509)
     * @throws IllegalArgumentException when it holds no pair; the message quotes no key
     */
    public static KeyPair read(Path file) {
        try {
            String pem = Files.readString(file);
            KeyPair pair =
                    new KeyPair(
                            publicKey(block(pem, "PUBLIC KEY")),
                            privateKey(block(pem, "PRIVATE KEY")));
            requirePair(pair);
            return pair;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the file " + file + " must hold an Ed25519 key pair as PEM", e);
        }
    }

    /**
     * @param encoded PKCS #8 and X.509
     * @throws IllegalArgumentException when they are no pair
     */
    public static KeyPair of(byte[] privateKey, byte[] publicKey) {
        KeyPair pair = new KeyPair(publicKey(publicKey), privateKey(privateKey));
        try {
            requirePair(pair);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the two keys are no pair", e);
        }
        return pair;
    }

    /**
     * @param encoded PKCS #8
     */
    public static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private Ed25519 key", e);
        }
    }

    /**
     * @param encoded X.509
     */
    public static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public Ed25519 key", e);
        }
    }

    /** The signature over some bytes. */
    public static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Whether it is the signature over these bytes. */
    public static boolean isSigned(PublicKey key, byte[] content, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // So it says of a signature of another length, too.
            return false;
        }
    }

    private static void requirePair(KeyPair pair) throws GeneralSecurityException {
        byte[] content = "a pair?".getBytes(StandardCharsets.US_ASCII);
        if (!isSigned(pair.getPublic(), content, sign(pair.getPrivate(), content))) {
            throw new GeneralSecurityException("the two keys are no pair");
        }
    }

    private static byte[] block(String pem, String type) throws GeneralSecurityException {
        Matcher block =
                Pattern.compile("-----BEGIN " + type + "-----([^-]+)-----END " + type + "-----")
                        .matcher(pem);
        if (!block.find()) {
            throw new GeneralSecurityException("no block " + type);
        }
        return Base64.getMimeDecoder().decode(block.group(1).strip());
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
