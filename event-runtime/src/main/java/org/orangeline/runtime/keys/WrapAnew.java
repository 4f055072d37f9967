package org.orangeline.runtime.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Goes through the master keys of one service: says which versions of its wrapping key they need,
 * and wraps them anew with the newest one. A file is replaced at once by one that holds the same
 * key and was read again before, so at no time is there none.
 */
public final class WrapAnew {

    private static final Logger LOG = Logger.getLogger("org.orangeline.keys");

    private final Path folder;
    private final String service;
    private final WrapKeys keys;

    /**
     * @param folder with a folder for each service
     */
    public WrapAnew(Path folder, ProcessKeys keys) {
        this(folder, keys.process(), new WrapKeys(keys));
    }

    WrapAnew(Path folder, String service, WrapKeys keys) {
        this.folder = folder;
        this.service = service;
        this.keys = keys;
    }

    /**
     * The versions that wrap a file. Empty when it cannot be told: without any file the keys may be
     * in another place, and a file that none of the versions wraps came from another one.
     */
    public Optional<Set<Integer>> versionsInUse() {
        Set<Integer> used = new TreeSet<>();
        try {
            for (Path file : keyFiles()) {
                Optional<WrapKeys.Unwrapped> key = unwrap(file);
                if (key.isEmpty()) {
                    return Optional.empty();
                }
                used.add(key.get().by());
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
        return used.isEmpty() ? Optional.empty() : Optional.of(used);
    }

    /** Files that no version unwraps, or that cannot be read at all. */
    List<Path> unreadable() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : keyFiles()) {
            // One that is destroyed in the meantime is none.
            if (unwrap(file).isEmpty() && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                found.add(file);
            }
        }
        return found;
    }

    /**
     * Wraps with the newest version what an earlier one wraps; what none wraps stays as it is, and
     * is named in the log.
     *
     * @return how many
     */
    public int run() throws IOException {
        if (!Files.isDirectory(own())) {
            return 0;
        }
        int many = 0;
        try (FolderLock unused = FolderLock.of(own())) {
            // A process that was killed left them; each is a copy of a key that may be destroyed.
            for (Path part : walk(file -> isFile(file, KeyFolder.PART))) {
                Files.delete(part);
            }
            for (Path file : keyFiles()) {
                Optional<WrapKeys.Unwrapped> key = unwrap(file);
                if (key.isEmpty()) {
                    LOG.errorf("no wrapping key of this process opens the master key %s", file);
                } else if (key.get().by() != keys.newest()) {
                    replace(file, key.get().bytes());
                    many++;
                }
            }
        }
        return many;
    }

    private void replace(Path file, byte[] key) throws IOException {
        Path real = file.toRealPath(); // Beside a link its copy would stay.
        Path inside = folderOf(real);
        Path part = KeyFolder.write(inside, keys.wrap(context(file), key));
        try {
            boolean isSame =
                    unwrap(file, KeyFolder.read(part))
                            .filter(again -> MessageDigest.isEqual(again.bytes(), key))
                            .isPresent();
            if (!isSame) {
                throw new IOException("the disk gives back another key than was written");
            }
            Files.move(part, real, StandardCopyOption.ATOMIC_MOVE);
            KeyFolder.sync(inside);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    // One file that cannot be read is no reason to leave the others as they are.
    private Optional<WrapKeys.Unwrapped> unwrap(Path file) {
        try {
            return unwrap(file, KeyFolder.read(file));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<WrapKeys.Unwrapped> unwrap(Path file, byte[] wrapped) {
        return keys.unwrap(context(file), wrapped);
    }

    private String context(Path file) {
        List<String> names = new ArrayList<>();
        folder.relativize(folderOf(file)).forEach(part -> names.add(part.toString()));
        return KeyFolder.context(String.join("/", names), KeyFolder.version(file));
    }

    private Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? folder : parent;
    }

    // A link that leads nowhere may stand for a key, or for a folder of them.
    private List<Path> keyFiles() throws IOException {
        return walk(file -> isDangling(file) || isFile(file, KeyFolder.ENDING));
    }

    /** Through links, as the service reads them. */
    private List<Path> walk(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(own())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(own(), FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(wanted).toList();
        }
    }

    private static boolean isFile(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending) && Files.isRegularFile(file);
    }

    private static boolean isDangling(Path file) {
        return Files.isSymbolicLink(file) && !Files.exists(file);
    }

    private Path own() {
        return folder.resolve(service);
    }
}
