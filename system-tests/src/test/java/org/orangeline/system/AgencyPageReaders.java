package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The readers that docs/agencies.md shows, run as they stand there. */
final class AgencyPageReaders {

    private static final Path PAGE =
            Path.of(System.getProperty("orangeline.root", ".."), "docs", "agencies.md");

    private final Path folder;
    private final String feed;
    private final String token;

    AgencyPageReaders(Path folder, String feed, String token) {
        this.folder = folder;
        this.feed = feed;
        this.token = token;
    }

    /** The page's first code in that language. */
    static String code(String language) {
        return code(language, "");
    }

    /** The page's first code in that language that holds a text. */
    static String code(String language, String holds) {
        try {
            Matcher block =
                    Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                            .matcher(Files.readString(PAGE));
            return block.results()
                    .map(found -> found.group(1))
                    .filter(code -> code.contains(holds))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the page shows no " + language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it in its folder, where it keeps its cursor. */
    Process start(String language) {
        List<String> command =
                switch (language) {
                    case "python" -> List.of("python3", write("reader.py", language));
                    case "sh" -> List.of("sh", write("reader.sh", language));
                    case "java" ->
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    write("Reader.java", language));
                    default -> throw new IllegalArgumentException(language);
                };
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment().put("FEED", feed);
        builder.environment().put("TOKEN", token);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(String name, String language) {
        try {
            return Files.writeString(folder.resolve(name), code(language)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the events that it wrote so far. */
    List<String> ids() {
        Path events = folder.resolve("events.ndjson");
        List<String> ids = new ArrayList<>();
        if (Files.exists(events)) {
            try {
                for (String line : Files.readAllLines(events)) {
                    JsonNode event = Answer.MAPPER.readTree(line);
                    ids.add(event.path("id").asText());
                }
            } catch (IOException e) {
                return List.of(); // it is writing a line right now
            }
        }
        return ids;
    }

    /** Ends it and what it started. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            int unused = process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
