package org.orangeline.launcher.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.orangeline.launcher.LaunchException;

/**
 * The key pair that checkpoints of the log are signed with. The public half belongs beside the
 * checkpoints, outside of the machine.
 */
public final class CheckpointKeys {
    private static final String ED25519 = "Ed25519";
    private static final String PRIVATE = "checkpoints-private.pem";
    private static final String PUBLIC = "checkpoints-public.pem";

    private final Path folder;

    private CheckpointKeys(Path folder) {
        this.folder = folder;
    }

    /** Those of a folder of keys, whether they are there or not. */
    public static CheckpointKeys in(Path folder) {
        return new CheckpointKeys(folder);
    }

    /**
     * Makes the pair when there is none.
     *
     * @throws LaunchException when the folder cannot be used, or has the public half only: kept
     *     checkpoints need that one
     */
    public CheckpointKeys made() {
        try {
            SecretFiles.ownerOnlyFolder(folder);
            if (!Files.exists(folder.resolve(PRIVATE))) {
                if (Files.exists(folder.resolve(PUBLIC))) {
                    throw new LaunchException(
                            folder.resolve(PRIVATE)
                                    + " is missing: bring it back, or move "
                                    + folder.resolve(PUBLIC)
                                    + " to the checkpoints that it belongs to");
                }
                KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
                SecretFiles.write(
                        folder.resolve(PUBLIC), Pem.of(Pem.PUBLIC, pair.getPublic().getEncoded()));
                // Last: when it exists, its public half does too.
                SecretFiles.write(
                        folder.resolve(PRIVATE),
                        Pem.of(Pem.PRIVATE, pair.getPrivate().getEncoded()));
            }
            return this;
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchException("the keys in " + folder + " cannot be used", e);
        }
    }

    /** Signs. */
    public PrivateKey signing() {
        try {
            return Pem.privateKey(folder.resolve(PRIVATE), ED25519);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LaunchException(folder.resolve(PRIVATE) + " holds no key", e);
        }
    }

    /** Where the public half is. */
    public Path publicFile() {
        return folder.resolve(PUBLIC);
    }

    /**
     * A public half that somebody kept.
     *
     * @throws LaunchException when there is none in the file
     */
    public static PublicKey read(Path file) {
        try {
            return Pem.publicKey(file, ED25519);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new LaunchException(file + " holds no public key", e);
        }
    }
}
