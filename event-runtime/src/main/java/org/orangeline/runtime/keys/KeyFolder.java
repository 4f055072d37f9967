package org.orangeline.runtime.keys;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Master keys as files: {@code <service>/<operation>/<version>.key}, each wrapped by a key of the
 * service ({@link KeyPurpose#KEY_WRAP}). All instances of a service need the same folder. A
 * destroyed version is a deleted file, so the folder belongs on a disk whose backups expire.
 *
 * <p>The service's own folder has to be there: one that was forgotten to be mounted must not be
 * taken for one that is empty.
 */
public final class KeyFolder implements KeyService {

    private static final int KEY_BYTES = 32;

    /** Files in the words of readiness; the log names every one. */
    private static final int NAMED = 5;

    static final String ENDING = ".key";

    /** Of a file that has no name yet; one that is left over was never a key. */
    static final String PART = ".part";

    private final Path folder;
    private final WrapKeys keys;

    public KeyFolder(Path folder, ProcessKeys keys) {
        this.folder = folder;
        this.keys = new WrapKeys(keys);
    }

    // A disk that is full or can only be read is found by writing to it. A file that cannot be
    // opened is named before somebody asks for a name that needs it.
    @Override
    public void check(String name) {
        Path own = ownFolder(name);
        try {
            Path probe = Files.createTempFile(own, ".probe", "");
            try {
                Files.writeString(probe, name);
                sync(probe);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            throw new KeyServiceException("the key folder cannot be written", e);
        }
        List<Path> strange = unreadable(own);
        if (!strange.isEmpty()) {
            throw new KeyServiceException(
                    strange.size()
                            + " master keys are opened by no key of this process: "
                            + strange.stream()
                                    .limit(NAMED)
                                    .map(Path::toString)
                                    .collect(joining(", ")));
        }
    }

    private List<Path> unreadable(Path own) {
        try {
            return new WrapAnew(folder, own.getFileName().toString(), keys).unreadable();
        } catch (IOException | UncheckedIOException e) {
            throw new KeyServiceException("the key folder cannot be read", e);
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
        try (FolderLock unused = FolderLock.of(ownFolder(name))) {
            Set<Path> places = new LinkedHashSet<>(Set.of(folder(name)));
            for (Path file : list(folder(name), path -> version(path) < version)) {
                if (Files.isSymbolicLink(file) && Files.exists(file)) {
                    Path real = file.toRealPath();
                    Files.delete(real);
                    places.add(real.resolveSibling(""));
                }
                Files.delete(file);
            }
            for (Path place : places) {
                // A process that was killed while it wrapped anew left a copy.
                for (Path part : list(place, path -> path.toString().endsWith(PART))) {
                    Files.delete(part);
                }
                sync(place);
            }
        } catch (IOException e) {
            throw new KeyServiceException("old keys of " + name + " cannot be deleted", e);
        }
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted).toList();
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
        try (FolderLock unused = FolderLock.of(ownFolder(name))) {
            Files.createDirectories(folder(name));
            byte[] key = keys.wrap(context(name, version), Aes.random(KEY_BYTES));
            Path part = write(folder(name), key);
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(part);
            }
            // A new folder is an entry of the one above it.
            Path own = ownFolder(name);
            for (Path made = folder(name);
                    made != null && made.startsWith(own);
                    made = made.getParent()) {
                sync(made);
            }
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            throw new KeyServiceException("a key of " + name + " cannot be made", e);
        }
    }

    private Optional<SecretKeySpec> master(String name, int version) {
        byte[] wrapped;
        try {
            wrapped = read(file(name, version));
        } catch (NoSuchFileException e) {
            return destroyed(name, version);
        } catch (IOException | IllegalArgumentException e) {
            throw new KeyServiceException("a key of " + name + " cannot be read", e);
        }
        return Optional.of(
                keys.unwrap(context(name, version), wrapped)
                        .map(key -> new SecretKeySpec(key.bytes(), "AES"))
                        .orElseThrow(() ->
                                new KeyServiceException(
                                        "the keys of "
                                                + name
                                                + " were wrapped by a key that this process does"
                                                + " not have")));
    }

    // A folder that was forgotten to be mounted must not look like keys that were destroyed.
    private Optional<SecretKeySpec> destroyed(String name, int version) {
        if (last(name).orElse(0) <= version) {
            throw new KeyServiceException(
                    "the folder " + folder + " has no key of " + name + " in version " + version);
        }
        return Optional.empty();
    }

    static int version(Path file) {
        String text = file.getFileName().toString();
        try {
            return Integer.parseInt(text.substring(0, text.length() - ENDING.length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            return Integer.MAX_VALUE;
        }
    }

    private Path ownFolder(String name) {
        Path own = folder(name.substring(0, Math.max(name.indexOf('/'), 0)));
        if (!Files.isDirectory(own)) {
            throw new KeyServiceException(
                    "the key folder "
                            + own
                            + " is missing: mount it, or make it with ./orangeline keys");
        }
        return own;
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

    static String context(String name, int version) {
        return "master key " + version + " of " + name;
    }

    private static FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    static byte[] read(Path file) throws IOException {
        return Base64.getDecoder().decode(Files.readString(file).strip());
    }

    /** A file beside, for its owner only and on the disk, that gets its name later. */
    static Path write(Path folder, byte[] wrapped) throws IOException {
        Path part = Files.createTempFile(folder, "new", PART, ownerOnly());
        Files.writeString(part, Base64.getEncoder().encodeToString(wrapped) + "\n");
        sync(part);
        return part;
    }

    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public String toString() {
        return "KeyFolder[" + folder + "]";
    }
}
