package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.localkafka.Ports;

/** What cannot work is said in one line, and nothing that was started stays behind. */
class LauncherTest {

    private static final int BROKER_AND_SERVICES = 4;

    @TempDir Path folder;

    @Test
    void a_used_port_is_one_line_and_exit_code_2() throws IOException {
        int base = freeBase();
        try (ServerSocket taken =
                new ServerSocket(base + 2, 1, InetAddress.getByName("127.0.0.1"))) {
            Launched up = up(base);

            assertThat(up.exitCode()).as(up.said()).isEqualTo(2);
            assertThat(up.complaints())
                    .singleElement()
                    .asString()
                    .startsWith("orangeline: ")
                    .contains(Integer.toString(taken.getLocalPort()), "screening-service");
        }
    }

    @Test
    void a_broken_data_folder_is_one_line_and_exit_code_2() throws IOException {
        Path file = Files.writeString(folder.resolve("var"), "not a folder");
        Launched up = up(freeBase());

        assertThat(up.exitCode()).as(up.said()).isEqualTo(2);
        assertThat(up.complaints())
                .singleElement()
                .asString()
                .startsWith("orangeline: ")
                .contains(file.toString());
    }

    @Test
    void a_broken_key_is_one_line_and_exit_code_2() throws IOException {
        Path keys = Files.createDirectories(folder.resolve("var").resolve("keys"));
        Path unused = Files.writeString(keys.resolve("issuer-private.pem"), "not a key");
        Launched up = up(freeBase());

        assertThat(up.exitCode()).as(up.said()).isEqualTo(2);
        assertThat(up.complaints()).singleElement().asString().startsWith("orangeline: ");
    }

    @Test
    void its_children_end_with_it_however_it_ends() {
        int base = freeBase();
        for (boolean inOrder : new boolean[] {true, false}) {
            Launched up = up(base);
            List<ProcessHandle> children =
                    Eventually.some(
                            "broker and services run",
                            () ->
                                    Optional.of(up.children())
                                            .filter(all -> all.size() >= BROKER_AND_SERVICES));
            if (inOrder) {
                up.process().destroy();
            } else {
                up.process().destroyForcibly();
            }
            assertThat(up.exitCode()).isNotEqualTo(1);
            Eventually.holds(
                    "no child is left", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private Launched up(int base) {
        return Launched.run(
                folder,
                "up",
                "--data",
                folder.resolve("var").toString(),
                "--port-base",
                Integer.toString(base));
    }

    private static int freeBase() {
        return Eventually.some(
                "a row of free ports",
                () ->
                        Optional.of(Ports.free() - 20)
                                .filter(base ->
                                        Stream.concat(
                                                        IntStream.rangeClosed(1, 3).boxed(),
                                                        Stream.of(12, 13))
                                                .noneMatch(of -> Ports.answers(base + of))));
    }
}
