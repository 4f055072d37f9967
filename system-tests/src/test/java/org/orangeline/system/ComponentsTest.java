package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is shipped is what somebody has looked at: every library of every process stands in {@code
 * docs/components.txt}, and none is older than the version in which a known weakness was mended.
 * Works without a network.
 */
class ComponentsTest {

    private static final Path ROOT = Path.of(System.getProperty("orangeline.root", ".."));
    private static final Path LIST = ROOT.resolve("docs/components.txt");
    private static final Path SUMS = ROOT.resolve(".mvn/checksums/checksums.sha256");

    /** {@code <group>.<artifact>-<version>.jar}, or without the group. */
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    /** Which of these is shipped depends on the machine that builds. */
    private static final Pattern NATIVE = Pattern.compile("native-(linux|osx|windows)");

    /** {@code at least <prefix> <version> <why>}. */
    private static final Pattern FLOOR = Pattern.compile("# at least (\\S+) (\\S+) .+");

    @Test
    void every_library_that_is_shipped_stands_in_the_list() throws IOException {
        SortedSet<String> shipped = shipped();
        Path found = ROOT.resolve("system-tests/target/components.txt");
        List<String> lines = new ArrayList<>(comments());
        lines.addAll(shipped);
        Files.write(found, lines);
        assertThat(shipped)
                .as("look at what changed, then copy %s to docs/components.txt", found)
                .containsExactlyElementsOf(listed());
    }

    @Test
    void no_library_is_older_than_the_version_that_mended_a_weakness() throws IOException {
        List<String> tooOld = new ArrayList<>();
        int floors = 0;
        for (String line : comments()) {
            Matcher floor = FLOOR.matcher(line);
            if (line.startsWith("# at least")) {
                assertThat(floor.matches()).as(line).isTrue();
                assertThat(shipped()).as(line).anyMatch(jar -> jar.startsWith(floor.group(1)));
                floors++;
                shipped().stream()
                        .filter(jar -> isBelow(jar, floor.group(1), floor.group(2)))
                        .map(jar -> jar + ": " + line)
                        .forEach(tooOld::add);
            }
        }
        assertThat(floors).isPositive();
        assertThat(tooOld).isEmpty();
    }

    @Test
    void every_library_that_is_shipped_has_its_checksum_in_the_list() throws IOException {
        String sums = Files.readString(SUMS);
        List<String> others = new ArrayList<>();
        for (Path jar : jars()) {
            if (!sums.contains(sha256(jar))) {
                others.add(jar.getFileName().toString());
            }
        }
        assertThat(others)
                .as("look at what changed, then record checksums as CONTRIBUTING.md says")
                .isEmpty();
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Test
    void an_old_library_would_be_found() {
        assertThat(isBelow("io.netty.netty-handler-4.1.130.Final.jar", "io.netty.", "4.1.137"))
                .isTrue();
        assertThat(isBelow("io.netty.netty-handler-4.1.137.Final.jar", "io.netty.", "4.1.137"))
                .isFalse();
        assertThat(isBelow("io.vertx.vertx-core-4.5.9.jar", "io.vertx.", "4.5.30")).isTrue();
        assertThat(isBelow("io.vertx.vertx-core-4.5.9.jar", "io.netty.", "4.1.137")).isFalse();
    }

    private static boolean isBelow(String jar, String prefix, String version) {
        Matcher parts = JAR.matcher(jar);
        return jar.startsWith(prefix)
                && parts.matches()
                && Version.parse(parts.group(2).replace(".Final", ""))
                                .compareTo(Version.parse(version))
                        < 0;
    }

    private static SortedSet<String> shipped() throws IOException {
        Map<String, String> names = names();
        SortedSet<String> shipped = new TreeSet<>();
        for (Path jar : jars()) {
            String name = jar.getFileName().toString();
            // Quarkus says the group in the name, and Maven does not: the checksums know it.
            shipped.add(
                    jar.startsWith(ROOT.resolve("launcher"))
                                    || jar.startsWith(ROOT.resolve("local-kafka"))
                            ? names.getOrDefault(sha256(jar), name)
                            : name);
        }
        return shipped;
    }

    /** {@code <group>.<file>} by checksum. */
    private static Map<String, String> names() throws IOException {
        Map<String, String> names = new HashMap<>();
        for (String line : Files.readAllLines(SUMS)) {
            String[] parts = line.split(" +", 2);
            Path path = Path.of(parts[1]);
            Path group = path.subpath(0, path.getNameCount() - 3);
            names.put(parts[0], group.toString().replace('/', '.') + "." + path.getFileName());
        }
        return names;
    }

    private static List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String folder :
                List.of(
                        "intake-service/target/quarkus-app/lib",
                        "screening-service/target/quarkus-app/lib",
                        "placement-service/target/quarkus-app/lib",
                        "agency-gateway/target/quarkus-app/lib",
                        // The image of access has these, and ./orangeline starts its broker of
                        // those.
                        "launcher/target/lib",
                        "local-kafka/target/kafka-libs")) {
            Path lib = ROOT.resolve(folder);
            try (Stream<Path> files = Files.walk(lib)) {
                files.filter(file -> isOfOthers(file.getFileName().toString())).forEach(jars::add);
            }
        }
        return jars;
    }

    private static boolean isOfOthers(String name) {
        return name.endsWith(".jar")
                && !name.startsWith("org.orangeline.")
                && !name.endsWith("-SNAPSHOT.jar")
                && !NATIVE.matcher(name).find();
    }

    private static List<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).toList();
    }

    private static List<String> comments() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> line.startsWith("#")).toList();
    }
}
