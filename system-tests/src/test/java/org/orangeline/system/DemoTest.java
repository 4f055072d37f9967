package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command does what the README says, with fewer people. */
class DemoTest {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int ID_LENGTH = 36;

    /** Makes the demo register the same people in each run. */
    private static final String SEED = "2019";

    /** A line of the report on lines: its name, its group, who was sorted and who waits. */
    private static final Pattern LINE = Pattern.compile("(?m)^  .+ [A-Z_]+ +[0-9,]+ +([0-9,]+)$");

    private static final Pattern KIND = Pattern.compile("(?m)^  rules: ([0-9,]+) x (.+)$");

    private static final Pattern MOMENT =
            Pattern.compile("(?m)^  ([LSP][0-9]{1,2} [a-z ]+): person .+$");

    @Test
    void the_demo_runs_to_its_end_and_each_moment_that_a_rule_did_not_hold_is_one_it_tells_of(
            @TempDir Path folder) {
        String data = folder.resolve("var").toString();
        Launched demo =
                Launched.run(
                        folder,
                        "demo",
                        "--people",
                        "400",
                        "--seed",
                        SEED,
                        "--data",
                        data,
                        "--port-base",
                        Integer.toString(Eventually.some("free ports", FreePorts::base)));

        assertThat(demo.exitCode(LIMIT)).as(demo.said()).isZero();
        assertThat(demo.said())
                .contains("beside the main flow", "accounted for")
                .doesNotContain("WRONG");

        Launched verify =
                Launched.run(
                        folder,
                        "verify",
                        "--rules",
                        "--data",
                        data,
                        "--port-base",
                        Integer.toString(Eventually.some("free ports", FreePorts::base)));
        assertThat(verify.exitCode(LIMIT)).as(verify.said()).isZero();
        Map<String, Long> told = new TreeMap<>();
        told.put("P6 signed", told(demo, "overrides signed by two officers (P6)"));
        told.put("P10 overdue", told(demo, "reviews overdue, reported once"));
        told.put("P17 missing", told(demo, "people missing from it, named"));
        told.put("L4 overdue", waiting(demo));
        assertThat(told.values())
                .as("the demo shows each kind: " + told)
                .allMatch(many -> many > 0);
        Map<String, Long> listed = new TreeMap<>();
        MOMENT.matcher(verify.said())
                .results()
                .forEach(moment -> listed.merge(moment.group(1), 1L, Long::sum));
        // Who is missing may have a family there, about which is asked until they are found (P6).
        Map<String, Long> others = new TreeMap<>(listed);
        lines(verify, "P17 missing").stream()
                .map(line -> line.split("person ", -1)[1].substring(0, ID_LENGTH))
                .flatMap(missing ->
                        MOMENT.matcher(verify.said())
                                .results()
                                .filter(moment -> moment.group().contains(missing)))
                .map(moment -> moment.group(1))
                .filter(kind -> kind.equals("P6 questioned") || kind.equals("P14 overdue"))
                .forEach(kind ->
                        others.computeIfPresent(kind, (_, many) -> many == 1 ? null : many - 1));
        assertThat(others).as(moments(verify)).isEqualTo(told);
        Map<String, Long> counted = new TreeMap<>();
        KIND.matcher(verify.said())
                .results()
                .forEach(kind -> counted.put(kind.group(2), number(kind.group(1))));
        assertThat(counted).isEqualTo(listed);
        // Whoever split a family is named: the two who signed.
        assertThat(lines(verify, "P6 signed"))
                .allSatisfy(line -> assertThat(line.split("human:", -1)).hasSizeGreaterThan(2));
    }

    private static String moments(Launched verify) {
        return String.join(
                "\n", MOMENT.matcher(verify.said()).results().map(MatchResult::group).toList());
    }

    private static List<String> lines(Launched verify, String kind) {
        return MOMENT.matcher(verify.said())
                .results()
                .filter(moment -> moment.group(1).equals(kind))
                .map(MatchResult::group)
                .toList();
    }

    /** What the demo's last table says of something. */
    private static long told(Launched demo, String what) {
        return Pattern.compile("(?m)^  " + Pattern.quote(what) + " +([0-9,]+)$")
                .matcher(demo.said())
                .results()
                .findFirst()
                .map(row -> number(row.group(1)))
                .orElseThrow(() -> new AssertionError("the demo does not tell of: " + what));
    }

    /** Everybody who is in a line at the end has been there for more than a day. */
    private static long waiting(Launched demo) {
        return LINE.matcher(demo.said()).results().mapToLong(row -> number(row.group(1))).sum();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
