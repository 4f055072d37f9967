package org.orangeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;

/** The reader of Kafka topics that docs/agencies.md shows, run as it stands there. */
final class AgencyTopicReader {

    private static final String PROGRAM = "TopicReader";

    private final Path folder;
    private final String agency;

    AgencyTopicReader(Path folder, RunningSystem system, String agency) {
        this.folder = folder;
        this.agency = agency;
        try {
            Files.writeString(
                    folder.resolve(PROGRAM + ".java"),
                    AgencyPageReaders.code("java", "class " + PROGRAM));
            Files.writeString(
                    folder.resolve("client.properties"),
                    "bootstrap.servers=" + system.stack().broker().bootstrap() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The group under which it reads. */
    String group() {
        return "agency." + agency + ".reader";
    }

    /** Runs it until it has so many, and ends it in order. */
    void readsUntil(int count) {
        Process process = start();
        try {
            awaits(count, process);
            process.destroy();
            int unused = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } finally {
            AgencyPageReaders.end(process);
        }
    }

    /** Runs it until it has so many or more, and kills it in the midst. */
    void diesAfter(int count) {
        Process process = start();
        try {
            awaits(count, process);
        } finally {
            AgencyPageReaders.end(process);
        }
    }

    private void awaits(int count, Process process) {
        Eventually.holds(
                "the reader of topics has " + count,
                () -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("it ended: " + read("said.txt"));
                    }
                    return ids().size() >= count;
                });
    }

    private Process start() {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                library(KafkaConsumer.class) + ":" + library(Logger.class),
                                PROGRAM + ".java",
                                agency,
                                "client.properties")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path library(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Ids of the events that it wrote so far; a line that is cut off is none. */
    List<String> ids() {
        String told = read("told.txt");
        return told.substring(0, told.lastIndexOf('\n') + 1).lines().map(this::id).toList();
    }

    private String id(String line) {
        try {
            return Answer.MAPPER.readTree(line.split(" ", 4)[3]).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
