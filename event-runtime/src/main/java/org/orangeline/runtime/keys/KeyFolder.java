package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Master keys as files: {@code <service>/<operation>/<version>.key}, each wrapped by the deployment
 * key. All instances of a service need the same folder. A destroyed version is a deleted file, so
 * the folder belongs on a disk whose backups expire.
 */
public final class KeyFolder implements KeyService {

    private static final int KEY_BYTES = 32;
    private static final String ENDING = ".key";

    private final Path folder;
    private final DeploymentKey deployment;

    public KeyFolder(Path folder, DeploymentKey deployment) {
        this.folder = folder;
        this.deployment = deployment;
    }

    // A disk that is full or can only be read is found by writing to it.
    @Override
    public void check(String name) {
        try {
            Path probe = Files.createTempFile(Files.createDirectories(folder), ".probe", "");
            try {
                Files.writeString(probe, name);
                sync(probe);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new KeyServiceException("the key folder cannot be written", e);
        }
    }

    @Override
    public int current(String name) {
        OptionalInt last = last(name);
        if (last.isEmpty()) {
            boolean unused = make(name, 1);
            last = last(name);
        }
        return last.orElseThrow(() -> new KeyServiceException("a key of " + name + " is gone"));
    }

    @Override
    public byte[] wrap(String name, int version, byte[] key) {
        SecretKeySpec master =
                master(name, version)
                        .orElseThrow(() -> new KeyServiceException("no such version of " + name));
        return Wrapping.wrap(master, context(name, version), key);
    }

    @Override
    public Optional<byte[]> unwrap(String name, int version, byte[] wrapped) {
        return master(name, version)
                .map(master ->
                        Wrapping.unwrap(master, context(name, version), wrapped)
                                .orElseThrow(() ->
                                        new KeyServiceException(
                                                "an operation key of "
                                                        + name
                                                        + " was wrapped by another master key")));
    }

    @Override
    public int rotate(String name) {
        int next = last(name).orElse(0) + 1;
        while (!make(name, next)) {
            next++;
        }
        return next;
    }

    @Override
    public void destroyBefore(String name, int version) {
        try (Stream<Path> files = Files.list(folder(name))) {
            for (Path file : files.filter(path -> version(path) < version).toList()) {
                Files.delete(file);
            }
            sync(folder(name));
        } catch (IOException e) {
            throw new KeyServiceException("old keys of " + name + " cannot be deleted", e);
        }
    }

    private OptionalInt last(String name) {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .mapToInt(KeyFolder::version)
                    .max();
        } catch (NoSuchFileException e) {
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new KeyServiceException("the keys of " + name + " cannot be listed", e);
        }
    }

    /**
     * Written beside and linked, so that nobody ever finds half a key, and never over another one:
     * of two that make a key at once one finds the other's, and nothing is sealed under a key that
     * is gone.
     *
     * @return false when there is one already
     */
    private boolean make(String name, int version) {
        Path file = file(name, version);
        try {
            Files.createDirectories(folder(name));
            Path part = Files.createTempFile(folder(name), "new", ".part", ownerOnly());
            byte[] key =
                    Wrapping.wrap(
                            deployment.wrapping(), context(name, version), Aes.random(KEY_BYTES));
            Files.writeString(part, Base64.getEncoder().encodeToString(key) + "\n");
            sync(part);
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(part);
            }
            sync(folder(name));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyServiceException("a key of " + name + " cannot be made", e);
        }
    }

    private Optional<SecretKeySpec> master(String name, int version) {
        byte[] wrapped;
        try {
            wrapped = Base64.getDecoder().decode(Files.readString(file(name, version)).strip());
        } catch (NoSuchFileException e) {
            return destroyed(name, version);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyServiceException("a key of " + name + " cannot be read", e);
        }
        return Optional.of(
                Wrapping.unwrap(deployment.wrapping(), context(name, version), wrapped)
                        .map(key -> new SecretKeySpec(key, "AES"))
                        .orElseThrow(() ->
                                new KeyServiceException(
                                        "the keys of "
                                                + name
                                                + " were wrapped by another deployment key")));
    }

    // A folder that was forgotten to be mounted must not look like keys that were destroyed.
    private Optional<SecretKeySpec> destroyed(String name, int version) {
        if (last(name).orElse(0) <= version) {
            throw new KeyServiceException(
                    "the folder " + folder + " has no key of " + name + " in version " + version);
        }
        return Optional.empty();
    }

    private static int version(Path file) {
        String text = file.getFileName().toString();
        try {
            return Integer.parseInt(text.substring(0, text.length() - ENDING.length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            return Integer.MAX_VALUE;
        }
    }

    private Path folder(String name) {
        Path inside = folder.resolve(name).normalize();
        if (!inside.startsWith(folder.normalize())) {
            throw new KeyServiceException("not a name");
        }
        return inside;
    }

    private Path file(String name, int version) {
        return folder(name).resolve(version + ENDING);
    }

    private static String context(String name, int version) {
        return "master key " + version + " of " + name;
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return "KeyFolder[" + folder + "]";
    }
}
