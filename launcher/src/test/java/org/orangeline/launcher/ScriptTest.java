package org.orangeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code ./orangeline} builds is what the project consists of. */
class ScriptTest {
    private static final Path ROOT = Path.of(System.getProperty("orangeline.root", ".."));

    @Test
    void the_script_builds_every_module_but_the_tests_of_the_whole() throws IOException {
        List<String> modules =
                Pattern.compile("<module>([^<]+)</module>")
                        .matcher(Files.readString(ROOT.resolve("pom.xml")))
                        .results()
                        .map(found -> found.group(1))
                        .filter(module -> !module.equals("system-tests"))
                        .toList();
        String named =
                Pattern.compile("(?m)^modules=\"([^\"]+)\"")
                        .matcher(Files.readString(ROOT.resolve("orangeline")))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .findFirst()
                        .orElseThrow();

        assertThat(modules).isNotEmpty();
        assertThat(named.strip().split("\\s+")).containsExactlyInAnyOrderElementsOf(modules);
    }
}
