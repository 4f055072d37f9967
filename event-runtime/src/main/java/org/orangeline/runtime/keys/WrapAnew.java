package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Goes through the master keys of one service: says which versions of its wrapping key they need,
 * and wraps them anew with the newest one. A file is replaced at once by one that holds the same
 * key and was read again before, so at no time is there none.
 */
public final class WrapAnew {

    private final Path folder;
    private final String service;
    private final WrapKeys keys;

    /**
     * @param folder with a folder for each service
     */
    public WrapAnew(Path folder, ProcessKeys keys) {
        this.folder = folder;
        this.service = keys.process();
        this.keys = new WrapKeys(keys);
    }

    /**
     * The versions that wrap a file. Empty when it cannot be told: without any file the keys may be
     * in another place, and a file that none of the versions wraps came from another one.
     */
    public Optional<Set<Integer>> versionsInUse() throws IOException {
        Set<Integer> used = new TreeSet<>();
        if (!Files.isDirectory(own())) {
            return Optional.empty();
        }
        for (Path file : files(KeyFolder.ENDING)) {
            Optional<WrapKeys.Unwrapped> key = unwrap(file);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            used.add(key.get().by());
        }
        return used.isEmpty() ? Optional.empty() : Optional.of(used);
    }

    /**
     * Wraps with the newest version what an earlier one wraps; what none wraps stays as it is.
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
            for (Path part : files(KeyFolder.PART)) {
                Files.delete(part);
            }
            for (Path file : files(KeyFolder.ENDING)) {
                Optional<WrapKeys.Unwrapped> key = unwrap(file);
                if (key.isPresent() && key.get().by() != keys.newest()) {
                    replace(file, key.get().bytes());
                    many++;
                }
            }
        }
        return many;
    }

    private void replace(Path file, byte[] key) throws IOException {
        Path inside = folderOf(file);
        Path part = KeyFolder.write(inside, keys.wrap(context(file), key));
        try {
            boolean isSame =
                    unwrap(file, KeyFolder.read(part))
                            .filter(again -> MessageDigest.isEqual(again.bytes(), key))
                            .isPresent();
            if (!isSame) {
                throw new IOException("the disk gives back another key than was written");
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            KeyFolder.sync(inside);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Optional<WrapKeys.Unwrapped> unwrap(Path file) throws IOException {
        try {
            return unwrap(file, KeyFolder.read(file));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // It is no base64.
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

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(own())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }

    private Path own() {
        return folder.resolve(service);
    }
}
