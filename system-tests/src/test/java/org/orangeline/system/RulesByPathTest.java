package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every rule on every path by which something happens to a person: a test that exists, or why the
 * rule does not apply there. The table in docs/rules.md is made here, from {@code
 * rules-by-path.txt}.
 */
class RulesByPathTest {

    private static final Path ROOT = Path.of(System.getProperty("orangeline.root", ".."));
    private static final String BEGIN = "<!-- rules by path: made by RulesByPathTest -->\n";
    private static final String END = "<!-- end of rules by path -->";
    private static final Pattern METHOD =
            Pattern.compile("(?:void|Stream<DynamicTest>) ([A-Za-z0-9_]+)\\(");

    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+Test)`");

    /** Stands for each rule that has no line of its own on a path. */
    private static final String OTHERS = "*";

    private static final List<String> RULES =
            Stream.of(ids("L", 4), ids("S", 6), ids("P", 19)).flatMap(List::stream).toList();

    private static final List<String> PATHS =
            List.of(
                    "order",
                    "together",
                    "transfer",
                    "convoy",
                    "admission",
                    "inside already",
                    "found inside",
                    "birth",
                    "merge",
                    "unmerge",
                    "correction",
                    "override",
                    "batch",
                    "held",
                    "quarantine",
                    "release",
                    "departure",
                    "hand-over");

    /** One line of the file: what holds for a rule on some paths. */
    private record Line(String rule, List<String> paths, String what) {

        boolean isReason() {
            return what.startsWith("- ");
        }

        Stream<String> tests() {
            return isReason() ? Stream.empty() : Stream.of(what.split(", "));
        }
    }

    @Test
    void every_rule_has_a_test_or_a_reason_on_every_path() {
        Map<String, Set<String>> told = new LinkedHashMap<>();
        for (Line line : lines()) {
            assertThat(line.rule().equals(OTHERS) || RULES.contains(line.rule())).isTrue();
            for (String path : line.paths()) {
                assertThat(PATHS).contains(path);
                assertThat(told.computeIfAbsent(line.rule(), _ -> new TreeSet<>()).add(path))
                        .as("%s on %s stands once", line.rule(), path)
                        .isTrue();
            }
        }
        for (String rule : RULES) {
            Set<String> all = new TreeSet<>(told.getOrDefault(OTHERS, Set.of()));
            all.addAll(told.getOrDefault(rule, Set.of()));
            assertThat(all).as(rule).containsAll(PATHS);
        }
    }

    @Test
    void every_test_that_the_table_names_exists() {
        Set<String> tests = tests();
        Set<String> classes =
                tests.stream()
                        .map(test -> test.substring(0, test.indexOf('.')))
                        .collect(Collectors.toSet());
        for (Line line : lines()) {
            line.tests().forEach(test -> assertThat(tests).contains(test));
            Matcher named = CLASS.matcher(line.what());
            while (line.isReason() && named.find()) {
                assertThat(classes).contains(named.group(1));
            }
        }
    }

    @Test
    void the_page_shows_the_table() throws IOException {
        String table = table();
        Path made = ROOT.resolve("system-tests/target/rules-by-path.md");
        Files.createDirectories(Objects.requireNonNull(made.getParent()));
        Files.writeString(made, BEGIN + table + END + "\n");
        String page = Files.readString(ROOT.resolve("docs/rules.md"));
        assertThat(page).as("copy %s into docs/rules.md", made).contains(BEGIN + table + END);
    }

    private static String table() {
        var text =
                new StringBuilder(
                        "\n| Rule | Path | Test, or why the rule does not apply |\n|---|---|---|\n");
        for (String rule : Stream.concat(RULES.stream(), Stream.of(OTHERS)).toList()) {
            for (Line line : lines()) {
                if (line.rule().equals(rule)) {
                    text.append("| ")
                            .append(rule.equals(OTHERS) ? "all others" : rule)
                            .append(" | ")
                            .append(String.join(", ", line.paths()))
                            .append(" | ")
                            .append(
                                    line.isReason()
                                            ? line.what().substring(2)
                                            : line.tests()
                                                    .map(test -> "`" + test + "`")
                                                    .collect(Collectors.joining(", ")))
                            .append(" |\n");
                }
            }
        }
        return text.append('\n').toString();
    }

    private static List<Line> lines() {
        try (InputStream file = RulesByPathTest.class.getResourceAsStream("/rules-by-path.txt")) {
            List<Line> lines = new ArrayList<>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split(" \\| ", 3);
                        lines.add(
                                new Line(
                                        cells[0].strip(),
                                        paths(cells[1].strip()),
                                        cells[2].strip()));
                    });
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> paths(String cell) {
        return List.of(cell.split(", "));
    }

    /** Class and method of every test in the repository. */
    private static Set<String> tests() {
        try (Stream<Path> files =
                Files.find(ROOT, 14, (file, facts) -> file.toString().endsWith("Test.java"))) {
            return files.filter(file -> file.toString().contains("src"))
                    .flatMap(RulesByPathTest::methods)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> methods(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        try {
            Matcher matcher = METHOD.matcher(Files.readString(file));
            List<String> found = new ArrayList<>();
            while (matcher.find()) {
                found.add(name + "." + matcher.group(1));
            }
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number).toList();
    }
}
