package org.orangeline.launcher.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Service;
import org.orangeline.launcher.LaunchException;

/**
 * The keys of a deployment: one that signs tokens, one that signs agreements, the deployment key,
 * and a file of keys for each process. Whoever loses a service's file and its master keys loses
 * every name in its log, so what exists is never replaced but by a renewal, which keeps what is
 * still needed.
 */
public final class LocalKeys {
    private static final int RSA_BITS = 2048;
    private static final String REVOKED = "revoked-tokens";
    private static final String AGREEMENTS = "agreements-private.pem";
    private static final String AGREEMENTS_PUBLIC = "agreements-public.pem";
    private static final String ED25519 = "Ed25519";

    private final Path folder;
    private final PrivateKey issuer;

    private final boolean endedRenewal;

    private final FileTime written;

    private LocalKeys(Path folder, PrivateKey issuer, boolean endedRenewal) throws IOException {
        this.folder = folder;
        this.issuer = issuer;
        this.endedRenewal = endedRenewal;
        this.written = written();
    }

    /**
     * Reads the keys of a folder; makes those that are missing, readable by their owner only.
     *
     * @throws LaunchException when the folder cannot be used or a key is broken
     */
    public static LocalKeys in(Path folder) {
        try {
            SecretFiles.ownerOnlyFolder(folder);
            return complete(folder);
        } catch (IOException
                | UncheckedIOException
                | GeneralSecurityException
                | IllegalArgumentException e) {
            throw new LaunchException(
                    "the keys in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static LocalKeys complete(Path folder) throws IOException, GeneralSecurityException {
        Path privateFile = folder.resolve("issuer-private.pem");
        try (KeysLock unused = KeysLock.of(folder)) {
            if (!Files.exists(privateFile)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                KeyPair pair = generator.generateKeyPair();
                SecretFiles.write(
                        folder.resolve("issuer-public.pem"),
                        Pem.of(Pem.PUBLIC, pair.getPublic().getEncoded()));
                // The private one last: when it exists, its public half does too.
                SecretFiles.write(privateFile, Pem.of(Pem.PRIVATE, pair.getPrivate().getEncoded()));
            }
            boolean ended = new KeyFiles(folder).complete();
            if (!Files.exists(folder.resolve(REVOKED))) {
                SecretFiles.write(
                        folder.resolve(REVOKED),
                        "# sub SUBJECT [INSTANT], or jti ID; counts at once\n");
            }
            if (!Files.exists(folder.resolve(AGREEMENTS))) {
                KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
                SecretFiles.write(
                        folder.resolve(AGREEMENTS_PUBLIC),
                        Pem.of(Pem.PUBLIC, pair.getPublic().getEncoded()));
                SecretFiles.write(
                        folder.resolve(AGREEMENTS),
                        Pem.of(Pem.PRIVATE, pair.getPrivate().getEncoded()));
            }
            return new LocalKeys(folder, Pem.privateKey(privateFile, "RSA"), ended);
        }
    }

    /**
     * Makes a new deployment key and a new version of every key that can be renewed. Each service
     * uses them from its next start on. When it is interrupted, the next run ends it.
     *
     * @throws LaunchException when it cannot be done, or another command did since these were read
     */
    public LocalKeys renew() {
        try (KeysLock unused = KeysLock.of(folder)) {
            if (!written().equals(written)) {
                throw new IllegalArgumentException("another command just renewed them");
            }
            new KeyFiles(folder).renew();
            return this;
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new LaunchException(
                    "the keys in " + folder + " cannot be renewed: " + e.getMessage(), e);
        }
    }

    // Every renewal writes it.
    private FileTime written() throws IOException {
        return Files.getLastModifiedTime(processKeysFile(Service.INTAKE));
    }

    /** Says, in one line, when opening the folder ended a renewal that was interrupted. */
    public Optional<String> notice() {
        return endedRenewal
                ? Optional.of(
                        "a renewal of the keys in "
                                + folder
                                + " that had broken off was ended: back up the folder, and restart"
                                + " every service with all its instances together, now")
                : Optional.empty();
    }

    /** Signs tokens. */
    public PrivateKey issuer() {
        return issuer;
    }

    /** The PEM file with which the services check tokens. */
    public Path issuerPublicFile() {
        return folder.resolve("issuer-public.pem");
    }

    /** The keys that agencies' ids and cursors are made with: the gateway's. */
    public Path agencyKeysFile() {
        return folder.resolve(KeyFiles.AGENCY_KEYS);
    }

    /** Which tokens are refused although they have not run out. */
    public Path revokedTokensFile() {
        return folder.resolve(REVOKED);
    }

    /** The PEM file with which the gateway checks agreements. */
    public Path agreementSignersFile() {
        return folder.resolve(AGREEMENTS_PUBLIC);
    }

    /** The signature over the canonical JSON of an agreement: Ed25519, in base64. */
    public String signAgreement(byte[] json) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(Pem.privateKey(folder.resolve(AGREEMENTS), ED25519));
            signature.update(EventCodec.canonical(EventCodec.read(json, Map.class)));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (IOException | GeneralSecurityException | UncheckedIOException e) {
            throw new LaunchException("the agreement cannot be signed: " + e.getMessage(), e);
        }
    }

    /** Where they are. */
    public Path folder() {
        return folder;
    }

    /** The file with the deployment key, from which the others follow. No process reads it. */
    public Path deploymentKeyFile() {
        return folder.resolve(KeyFiles.DEPLOYMENT);
    }

    /** The file with all keys of a service, which nobody else reads. */
    public Path processKeysFile(Service service) {
        return new KeyFiles(folder).of(service);
    }

    /** The folder with the master keys, in it one for each service. */
    public Path operationKeys() {
        return folder.resolve(KeyFiles.OPERATION_KEYS);
    }
}
