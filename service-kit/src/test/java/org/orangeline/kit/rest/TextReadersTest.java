package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orangeline.events.TextClass;
import org.orangeline.events.TextClasses;
import org.orangeline.runtime.Actor;

/** Who reads which words, as docs/security.md says. */
class TextReadersTest {

    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z]+)` \\| ([^|]*) \\| ([^|]*) \\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @EnumSource
    void the_page_names_the_roles_and_the_fields_of_each_class(TextClass text) throws IOException {
        List<String> row = Objects.requireNonNull(rows().get(text.name().toLowerCase(Locale.ROOT)));
        assertThat(codes(row.getFirst())).isEqualTo(readers(text));
        assertThat(codes(row.getLast()))
                .isEqualTo(
                        TextClasses.all().entrySet().stream()
                                .filter(one -> one.getValue() == text)
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void words_that_endanger_are_not_for_who_moves_people_and_agencies_read_none() {
        for (Role role : List.of(Role.LINE_OFFICER, Role.PLACEMENT_OFFICER, Role.COORDINATOR)) {
            assertThat(reads(TextClass.PROTECTION, role)).isFalse();
        }
        for (TextClass text : TextClass.values()) {
            assertThat(reads(text, Role.AGENCY)).isFalse();
            assertThat(reads(text, Role.VERIFIER)).isFalse();
        }
    }

    private static Set<String> readers(TextClass text) {
        return Arrays.stream(Role.values())
                .filter(role -> reads(text, role))
                .map(Role::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reads(TextClass text, Role role) {
        return Confidentials.mayRead(
                text,
                new Caller(Actor.human("a"), Set.of(role), Set.of("op"), null),
                Optional.of("a complaint"));
    }

    private static Map<String, List<String>> rows() throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("..", "docs", "security.md")));
        while (row.find()) {
            rows.put(row.group(1), List.of(row.group(2), row.group(3)));
        }
        return rows;
    }

    private static Set<String> codes(String cell) {
        Set<String> codes = new TreeSet<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            codes.add(code.group(1));
        }
        return codes;
    }
}
