package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.orangeline.launcher.LaunchException;

/**
 * The keys of a local stack: one that signs tokens, and the deployment key that wraps the persons'
 * keys. Whoever loses the deployment key loses every name in the log, so it is made once and never
 * replaced.
 */
public final class LocalKeys {
    private static final int RSA_BITS = 2048;
    private static final int DEPLOYMENT_KEY_BYTES = 32;
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path folder;
    private final PrivateKey issuer;

    private LocalKeys(Path folder, PrivateKey issuer) {
        this.folder = folder;
        this.issuer = issuer;
    }

    /**
     * Reads the keys of a folder; makes those that are missing, readable by their owner only.
     *
     * @throws LaunchException when the folder cannot be used or a key is broken
     */
    public static LocalKeys in(Path folder) {
        Path privateFile = folder.resolve("issuer-private.pem");
        Path deploymentFile = folder.resolve("deployment.key");
        try {
            SecretFiles.ownerOnlyFolder(folder);
            // The services make their master keys there; containers want the folder to be there.
            SecretFiles.ownerOnlyFolder(folder.resolve("operation-keys"));
            if (!Files.exists(privateFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                KeyPair pair = generator.generateKeyPair();
                SecretFiles.write(
                        folder.resolve("issuer-public.pem"),
                        pem(PUBLIC, pair.getPublic().getEncoded()));
                // The private one last: when it exists, its public half does too.
                SecretFiles.write(privateFile, pem(PRIVATE, pair.getPrivate().getEncoded()));
            }
            if (!Files.exists(deploymentFile)) {
                byte[] key = new byte[DEPLOYMENT_KEY_BYTES];
                new SecureRandom().nextBytes(key);
                SecretFiles.write(deploymentFile, Base64.getEncoder().encodeToString(key) + "\n");
            }
            return new LocalKeys(folder, readPrivate(privateFile));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LaunchException(
                    "the keys in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static PrivateKey readPrivate(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String pem(String label, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** Signs tokens. */
    public PrivateKey issuer() {
        return issuer;
    }

    /** The PEM file with which the services check tokens. */
    public Path issuerPublicFile() {
        return folder.resolve("issuer-public.pem");
    }

    /** The file with the base64 of 32 bytes that wrap the persons' keys. */
    public Path deploymentKeyFile() {
        return folder.resolve("deployment.key");
    }
}
