package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** A test in a reason: of its class, and which. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+Test)(\\.\\w+)?`");

    /** What ends a method, and what stands before one. */
    private static final String METHOD_END = "\n    }\n";

    private static final String BLANK_LINE = "\n\n";

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
        Map<String, String> tests = tests();
        for (Line line : lines()) {
            line.tests().forEach(test -> assertThat(tests).containsKey(test));
            Matcher named = NAMED.matcher(line.what());
            while (line.isReason() && named.find()) {
                assertThat(named.group(2)).as("which test of %s", named.group(1)).isNotNull();
                assertThat(tests).containsKey(named.group(1) + named.group(2));
            }
        }
    }

    /** A cell that names any other test would look as if the rule were held there. */
    @Test
    void every_test_that_the_table_names_is_about_the_rule() {
        Map<String, String> tests = tests();
        for (Line line : lines()) {
            line.tests()
                    .forEach(test ->
                            assertThat(isAbout(line.rule(), test, tests.getOrDefault(test, "")))
                                    .as("%s names %s, or asserts it", test, line.rule())
                                    .isTrue());
        }
    }

    private static boolean isAbout(String rule, String test, String text) {
        String method = test.substring(test.indexOf('.') + 1);
        return List.of(method.split("_")).contains(rule) || text.contains("\"" + rule + "\"");
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

    /** By class and method of every test in the repository, its text with its annotations. */
    private static Map<String, String> tests() {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files =
                Files.find(ROOT, 14, (file, facts) -> file.toString().endsWith("Test.java"))) {
            for (Path file : files.filter(one -> one.toString().contains("src")).toList()) {
                methods(file, tests);
            }
            return tests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void methods(Path file, Map<String, String> tests) throws IOException {
        String name = file.getFileName().toString().replace(".java", "");
        String text = Files.readString(file);
        Matcher matcher = METHOD.matcher(text);
        while (matcher.find()) {
            int begin = Math.max(0, text.lastIndexOf(BLANK_LINE, matcher.start()));
            int end = text.indexOf(METHOD_END, matcher.end());
            tests.put(
                    name + "." + matcher.group(1),
                    text.substring(begin, end < 0 ? text.length() : end));
        }
    }

    private static List<String> ids(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(number -> letter + number).toList();
    }
}
