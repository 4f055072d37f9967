package org.orangeline.localkafka;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where this module's code and the broker's jars are. */
final class CodeLocation {
    /** The system property that names the folder with the broker's jars. */
    static final String KAFKA_LIBS = "orangeline.kafka.libs";

    private CodeLocation() {}

    /** The jar, or the folder of classes, that this class came from. */
    static Path ofThisModule() {
        try {
            return Path.of(
                    CodeLocation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The folder with the broker's jars: the one that is configured, else {@code kafka-libs} beside
     * the code.
     */
    static Path kafkaLibs() {
        String configured = System.getProperty(KAFKA_LIBS);
        if (configured != null) {
            return requireJars(Path.of(configured));
        }
        Path beside = ofThisModule().resolveSibling("kafka-libs");
        return requireJars(beside);
    }

    /** The jars of a folder in a fixed order, as an AOT cache needs them. */
    static List<String> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BrokerException("cannot read " + folder + ": " + e, e);
        }
    }

    private static Path requireJars(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BrokerException(
                    "the broker's jars are not in "
                            + folder
                            + ": build first, or name their folder with -D"
                            + KAFKA_LIBS);
        }
        return folder;
    }
}
