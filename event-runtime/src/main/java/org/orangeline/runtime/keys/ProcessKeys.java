package org.orangeline.runtime.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * All keys that one process has, each for a purpose and in versions. The newest version is the one
 * that is used; earlier ones read what they were used for. In a file the first line names the
 * process, and each further one is a key: purpose, version, base64. Lines that begin with {@code #}
 * are for humans.
 */
public final class ProcessKeys {

    private static final String PROCESS = "process";
    private static final int SYMMETRIC_BYTES = 32;

    /** Of keys that sign what lives for minutes: the newest, and the one before a renewal. */
    private static final int ACCEPTED = 2;

    private final String process;
    private final Map<KeyPurpose, NavigableMap<Integer, byte[]>> keys;
    private final @Nullable SecretKeySpec hashing;

    private ProcessKeys(String process, Map<KeyPurpose, NavigableMap<Integer, byte[]>> keys) {
        this.process = process;
        this.keys = keys;
        this.hashing =
                keys.containsKey(KeyPurpose.CONTENT_HASH)
                        ? new SecretKeySpec(newest(KeyPurpose.CONTENT_HASH), "HmacSHA256")
                        : null;
    }

    static ProcessKeys none(String process) {
        return new ProcessKeys(process, Map.of());
    }

    /**
     * @param process whose file it has to be
     * @throws IllegalArgumentException when the file cannot be read, is another process's, or a
     *     line is no key; the message never quotes one
     */
    public static ProcessKeys read(Path file, String process) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the keys " + file + " cannot be read");
        }
        if (lines.isEmpty() || !lines.getFirst().equals(PROCESS + " " + process)) {
            throw new IllegalArgumentException(
                    "the keys " + file + " must begin with the line: " + PROCESS + " " + process);
        }
        ProcessKeys read = none(process);
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read = read.withLine(line.split(" "), file, i + 1);
            }
        }
        return read;
    }

    private ProcessKeys withLine(String[] words, Path file, int number) {
        try {
            KeyPurpose purpose = KeyPurpose.of(words[0]).orElseThrow();
            byte[] key = Base64.getDecoder().decode(words[2]);
            int version = Integer.parseInt(words[1]);
            if (words.length == 3
                    && version > 0
                    && (!purpose.isSymmetric() || key.length == SYMMETRIC_BYTES)) {
                return with(purpose, version, key);
            }
        } catch (RuntimeException e) {
            // Said below: what the line holds may be half a key.
        }
        throw new IllegalArgumentException("line " + number + " of the keys " + file + " is none");
    }

    /** The content of the file. */
    public String text() {
        StringBuilder text = new StringBuilder(PROCESS + " " + process + "\n");
        text.append("# Keys of ").append(process).append(". Nobody else may read this file.\n");
        new TreeMap<>(keys)
                .forEach((purpose, versions) ->
                        versions.forEach((version, key) ->
                                text.append(purpose.spelled())
                                        .append(' ')
                                        .append(version)
                                        .append(' ')
                                        .append(Base64.getEncoder().encodeToString(key))
                                        .append('\n')));
        return text.toString();
    }

    /** Whose they are, {@code intake-service}. */
    public String process() {
        return process;
    }

    /** Whether there is a key for it. */
    public boolean has(KeyPurpose purpose) {
        return keys.containsKey(purpose);
    }

    /**
     * The key to use.
     *
     * @throws IllegalArgumentException when the process has none for this purpose
     */
    public byte[] newest(KeyPurpose purpose) {
        return of(purpose).lastEntry().getValue().clone();
    }

    /** The version of the key to use. */
    public int newestVersion(KeyPurpose purpose) {
        return of(purpose).lastKey();
    }

    /** The newest version that any of the keys has. */
    public int lastVersion() {
        return keys.values().stream().mapToInt(NavigableMap::lastKey).max().orElse(0);
    }

    /** The newest first; what any of them made can be read. */
    public List<byte[]> all(KeyPurpose purpose) {
        return of(purpose).descendingMap().values().stream().map(byte[]::clone).toList();
    }

    /** The newest and the one before it, for what lives for minutes. */
    public List<byte[]> accepted(KeyPurpose purpose) {
        return all(purpose).stream().limit(ACCEPTED).toList();
    }

    /** By version; the newest last. */
    public SortedMap<Integer, byte[]> versions(KeyPurpose purpose) {
        return Collections.unmodifiableSortedMap(of(purpose));
    }

    private NavigableMap<Integer, byte[]> of(KeyPurpose purpose) {
        NavigableMap<Integer, byte[]> versions = keys.get(purpose);
        if (versions == null) {
            throw new IllegalArgumentException(
                    "the keys of " + process + " lack a line: " + purpose.spelled());
        }
        return versions;
    }

    /** The same and one more. */
    ProcessKeys with(KeyPurpose purpose, int version, byte[] key) {
        Map<KeyPurpose, NavigableMap<Integer, byte[]>> more = copy();
        more.computeIfAbsent(purpose, _ -> new TreeMap<>()).put(version, key.clone());
        return new ProcessKeys(process, more);
    }

    /** The same, of one purpose only these versions. */
    ProcessKeys keeping(KeyPurpose purpose, IntPredicate kept) {
        Map<KeyPurpose, NavigableMap<Integer, byte[]>> less = copy();
        NavigableMap<Integer, byte[]> versions = less.get(purpose);
        if (versions != null) {
            versions.keySet().removeIf(version -> !kept.test(version));
            if (versions.isEmpty()) {
                less.remove(purpose);
            }
        }
        return new ProcessKeys(process, less);
    }

    private Map<KeyPurpose, NavigableMap<Integer, byte[]>> copy() {
        Map<KeyPurpose, NavigableMap<Integer, byte[]>> copy = new EnumMap<>(KeyPurpose.class);
        keys.forEach((purpose, versions) -> copy.put(purpose, new TreeMap<>(versions)));
        return copy;
    }

    /** HMAC-SHA-256 of a command's content, as 64 hex digits. */
    public String contentHash(byte[] content) {
        return HexFormat.of()
                .formatHex(DeploymentKey.mac(Objects.requireNonNull(hashing), content));
    }
}
