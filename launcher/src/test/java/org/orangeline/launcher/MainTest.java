package org.orangeline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_token_stands_alone_on_a_line() {
        run("keys", "--folder", data() + "/keys");
        out.getBuffer().setLength(0);

        int code =
                run(
                        "token",
                        "--data",
                        data(),
                        "--role",
                        "approver",
                        "--operation",
                        "o",
                        "--name",
                        "A");

        assertThat(code).isZero();
        assertThat(out.toString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    }

    @Test
    void a_renewal_that_another_command_ends_is_told_beside_the_token_and_not_made_twice()
            throws IOException {
        run("keys", "--folder", data() + "/keys");
        Path keys = Path.of(data(), "keys");
        String next = "%s\nservices named\nagencies named\nversion 2\n";
        next = next.formatted(Base64.getEncoder().encodeToString(new byte[32]));
        Files.writeString(keys.resolve("deployment.key.next"), next);
        out.getBuffer().setLength(0);
        int code =
                run(
                        "token",
                        "--data",
                        data(),
                        "--role",
                        "approver",
                        "--operation",
                        "o",
                        "--name",
                        "A");
        assertThat(code).isZero();
        assertThat(out.toString()).hasLineCount(1);
        assertThat(err.toString()).hasLineCount(1).contains("back up", "restart every service");

        Files.writeString(keys.resolve("deployment.key.next"), next.replace("on 2", "on 3"));
        run("keys", "--folder", data() + "/keys", "--renew");
        assertThat(keys.resolve("deployment.key")).content().contains("version 3");
        assertThat(out.toString()).contains("had broken off was ended");
        run("keys", "--folder", data() + "/keys", "--renew");
        assertThat(keys.resolve("deployment.key")).content().contains("version 4");
        assertThat(out.toString()).contains("all its instances together, now");
    }

    @Test
    void a_folder_without_keys_is_one_line() {
        int code =
                run(
                        "token",
                        "--data",
                        data(),
                        "--role",
                        "approver",
                        "--operation",
                        "o",
                        "--name",
                        "A");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("no keys");
    }

    @Test
    void an_unknown_role_lists_the_roles() {
        int code =
                run("token", "--data", data(), "--role", "king", "--operation", "o", "--name", "A");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("'king'", "screening-officer", "placement-officer");
    }

    @Test
    void a_data_folder_that_is_a_file_is_one_line() throws Exception {
        Files.writeString(folder.resolve("data"), "");

        int code = run("up", "--data", data());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains(data(), "not a folder");
    }

    @Test
    void wrong_options_are_one_line() {
        assertThat(run("up", "--durability", "maybe")).isEqualTo(2);
        assertThat(run("up", "--port-base", "65530")).isEqualTo(2);
        assertThat(run("up", "--heap", "much")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(3).contains("'maybe'", "64531", "'much'");
    }

    @Test
    void every_command_has_help() {
        for (String command : Main.commandLine().getSubcommands().keySet()) {
            assertThat(run(command, "--help")).as(command).isZero();
        }
        assertThat(run("--help")).isZero();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
