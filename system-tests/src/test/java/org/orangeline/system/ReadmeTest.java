package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.EventType;
import org.orangeline.events.EventTypes;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.screening.ScreeningCommand;

/** What the pages say about the code is so. */
class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("orangeline.root", ".."));
    private static final Pattern QUOTED = Pattern.compile("`([A-Z][A-Za-z0-9]+)(?:\\.[a-z]+)?`");

    @Test
    void the_flow_table_names_every_command_and_no_other() throws IOException {
        List<List<String>> rows = flow();
        List<String> commands = rows.stream().map(List::getFirst).map(ReadmeTest::only).toList();

        assertThat(commands)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        IntakeCommand.class,
                                        ScreeningCommand.class,
                                        PlacementCommand.class)
                                .flatMap(ReadmeTest::commands)
                                .map(Class::getSimpleName)
                                .toList());
        List<String> deciders = rows.stream().map(row -> only(row.get(1))).toList();
        assertThat(sources()).containsAll(deciders);
    }

    // A service's commands may be grouped in interfaces of their own.
    private static Stream<Class<?>> commands(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Stream.of(family.getPermittedSubclasses()).flatMap(ReadmeTest::commands);
    }

    @Test
    void the_flow_table_names_every_event_and_no_other() throws IOException {
        Set<String> events = new TreeSet<>();
        flow().forEach(row -> events.addAll(quoted(row.get(2))));

        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.all().stream().map(EventType::name).toList());
    }

    @Test
    void the_flow_table_names_every_reaction_and_no_other() throws IOException {
        Set<String> reactions = new TreeSet<>();
        flow().forEach(row -> reactions.addAll(quoted(row.get(3))));

        assertThat(reactions)
                .containsExactlyInAnyOrderElementsOf(
                        sources().stream()
                                .filter(name -> name.matches("When[A-Z]\\w+Then[A-Z]\\w+"))
                                .toList());
    }

    @Test
    void the_rules_page_names_classes_that_are_there() throws IOException {
        List<List<String>> rows = table(ROOT.resolve("docs").resolve("rules.md"), "| Rule |");
        Set<String> named = new TreeSet<>();
        rows.forEach(row -> named.addAll(quoted(row.get(2))));

        assertThat(rows.stream().map(List::getFirst))
                .contains("L1", "L2", "L3", "L4", "S1", "S2", "S3", "S4", "S5", "S6")
                .contains("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")
                .contains("P10", "P11", "P12", "P13", "P14");
        assertThat(named).isNotEmpty();
        assertThat(sources()).containsAll(named);
    }

    private static List<List<String>> flow() throws IOException {
        return table(ROOT.resolve("README.md"), "| Command |");
    }

    /** The cells of each row of the table that starts with such a head. */
    private static List<List<String>> table(Path page, String head) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith(head)) {
                inside = true;
            } else if (inside && !line.startsWith("|")) {
                break;
            } else if (inside && !line.startsWith("|---")) {
                rows.add(Stream.of(line.substring(1).split("\\|", -1)).map(String::strip).toList());
            }
        }
        assertThat(rows).as("rows below " + head + " in " + page).isNotEmpty();
        return rows;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(ReadmeTest::name).toList();
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    private static String only(String cell) {
        List<String> names = quoted(cell);
        assertThat(names).as(cell).hasSize(1);
        return names.getFirst();
    }

    /** Names of all top-level classes of the product. */
    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(Path::toString)
                    .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
                    .map(file -> file.replaceAll(".*/|\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
