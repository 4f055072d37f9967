package org.orangeline.intake.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.orangeline.runtime.keys.DeploymentKey;

/**
 * The key pair that receipts are signed with, in a PEM file of two blocks: {@code PRIVATE KEY}
 * (PKCS #8) and {@code PUBLIC KEY} (X.509). When the file is missing, the pair is made from the
 * deployment key and stored: so every instance has the same pair, and receipts that were signed
 * before there was a file stay valid.
 */
final class ReceiptKey {

    private static final Logger LOG = Logger.getLogger(ReceiptKey.class);
    private static final String PURPOSE = "orangeline receipts v1";
    private static final String CURVE = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private ReceiptKey() {}

    /**
     * @throws IllegalStateException when the file holds no pair, or the pair cannot be made; the
     *     message quotes no key
     */
    static KeyPair read(Path file, DeploymentKey deployment) {
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            KeyPair made = make(deployment);
            store(file, made);
            return made;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the receipt key file " + file + " must hold an Ed25519 key pair as PEM", e);
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file);
        KeyFactory factory = KeyFactory.getInstance(CURVE);
        KeyPair pair =
                new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(block(pem, PUBLIC))),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, PRIVATE))));
        requirePair(pair);
        return pair;
    }

    /**
     * The generator takes its 32 random bytes as the private key (RFC 8032), and computes the
     * public one, for which the JDK has no other call. That it does so is checked, not believed.
     */
    static KeyPair make(DeploymentKey deployment) throws GeneralSecurityException {
        byte[] seed = deployment.derive(PURPOSE);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(CURVE);
        generator.initialize(255, new Fixed(seed));
        KeyPair pair = generator.generateKeyPair();
        byte[] made =
                ((EdECPrivateKey) pair.getPrivate())
                        .getBytes()
                        .orElseThrow(() -> new GeneralSecurityException("no private key"));
        if (!MessageDigest.isEqual(made, seed)) {
            throw new GeneralSecurityException(
                    "this JDK makes another key than the one that receipts were signed with; copy"
                            + " the file from another instance");
        }
        requirePair(pair);
        return pair;
    }

    private static void requirePair(KeyPair pair) throws GeneralSecurityException {
        byte[] content = PURPOSE.getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance(CURVE);
        signature.initSign(pair.getPrivate());
        signature.update(content);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(content);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the two keys are no pair");
        }
    }

    // A folder that is read-only is no reason not to start: the pair is the same without a file.
    private static void store(Path file, KeyPair pair) {
        String pem =
                pem(PRIVATE, pair.getPrivate().getEncoded())
                        + pem(PUBLIC, pair.getPublic().getEncoded());
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path made =
                    Files.createTempFile(
                            folder,
                            ".receipt-",
                            ".pem",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(made, pem);
                Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (AtomicMoveNotSupportedException | UnsupportedOperationException e) {
            LOG.warnf("the receipt key cannot be stored as %s on this file system", file);
        } catch (IOException e) {
            LOG.warnf("the receipt key cannot be stored as %s: %s", file, e.getClass().getName());
        }
    }

    private static String pem(String type, byte[] content) {
        return "-----BEGIN "
                + type
                + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END "
                + type
                + "-----\n";
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
