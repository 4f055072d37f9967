package org.orangeline.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.launcher.keys.LocalKeys;

/** The examples of agreements that a local stack begins with. */
class AgreementsTest {

    @TempDir Path root;

    private Path examples;
    private Path folder;

    @BeforeEach
    void an_example_of_an_agency() throws IOException {
        examples = Files.createDirectories(root.resolve("agency-gateway/agreements"));
        folder = root.resolve("var/agreements");
        Files.writeString(examples.resolve("bureau.1.json"), "{}");
    }

    private List<String> there() throws IOException {
        Agreements unused = Agreements.in(folder, LocalKeys.in(root.resolve("var/keys")), root);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_new_stack_has_the_examples_with_signatures() throws IOException {
        assertThat(there()).containsExactly("bureau.1.json", "bureau.1.json.sig");
    }

    @Test
    void a_stack_that_has_an_agreement_of_an_agency_keeps_it_when_the_example_is_newer()
            throws IOException {
        assertThat(there()).contains("bureau.1.json");
        Files.move(examples.resolve("bureau.1.json"), examples.resolve("bureau.2.json"));
        Files.writeString(examples.resolve("camp.2.json"), "{}");

        assertThat(there())
                .containsExactly(
                        "bureau.1.json", "bureau.1.json.sig", "camp.2.json", "camp.2.json.sig");
    }
}
