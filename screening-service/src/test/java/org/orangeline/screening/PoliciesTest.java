package org.orangeline.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.screening.lines.Sorting;

class PoliciesTest {

    @Test
    void every_rule_of_this_service_is_listed_once_by_name() {
        List<String> rules =
                Stream.of(
                                Policies.SORTING.stream().map(Sorting::rule),
                                Policies.REASSIGNMENT.stream().map(Policy::rule),
                                Policies.WAITING.stream().map(Policy::rule),
                                Policies.QUESTIONING.stream().map(Policy::rule),
                                Policies.PUBLISHED.stream().map(Policy::rule),
                                Policies.VERDICT.stream().map(Policy::rule),
                                Policies.FINDING.stream().map(Policy::rule),
                                Policies.WHO_DECIDES.stream().map(Policy::rule))
                        .flatMap(stream -> stream)
                        .distinct()
                        .sorted()
                        .toList();
        assertThat(rules)
                .containsExactly("L1", "L2", "L3", "L4", "S1", "S2", "S3", "S4", "S5", "S6");
    }
}
