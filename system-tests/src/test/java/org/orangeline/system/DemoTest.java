package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command does what the README says, with fewer people. */
class DemoTest {

    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Test
    void the_demo_runs_to_its_end_without_a_fault(@TempDir Path folder) {
        Launched demo =
                Launched.run(
                        folder,
                        "demo",
                        "--people",
                        "400",
                        "--data",
                        folder.resolve("var").toString(),
                        "--port-base",
                        Integer.toString(Eventually.some("free ports", FreePorts::base)));

        assertThat(demo.exitCode(LIMIT)).as(demo.said()).isZero();
        assertThat(demo.said())
                .contains("beside the main flow", "accounted for")
                .doesNotContain("WRONG");
    }
}
