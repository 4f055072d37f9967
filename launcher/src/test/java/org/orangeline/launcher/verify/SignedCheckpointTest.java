package org.orangeline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.launcher.LaunchException;
import org.orangeline.launcher.keys.CheckpointKeys;
import org.orangeline.launcher.verify.Checkpoint.Head;

class SignedCheckpointTest {
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(
                    Instant.parse("2019-03-05T09:12:00Z"),
                    List.of(new Head("intake-service", 0, 12, "ab".repeat(32))));

    @TempDir Path folder;

    @Test
    void it_is_read_with_the_public_key_that_was_kept() {
        CheckpointKeys keys = CheckpointKeys.in(folder).made();
        String text = signed(keys);
        assertThat(SignedCheckpoint.read(text, CheckpointKeys.read(keys.publicFile())))
                .isEqualTo(CHECKPOINT);
        assertThat(CheckpointKeys.in(folder).made().signing()).isEqualTo(keys.signing());
    }

    @Test
    void what_was_changed_or_signed_by_another_key_is_refused() {
        CheckpointKeys keys = CheckpointKeys.in(folder.resolve("a")).made();
        CheckpointKeys others = CheckpointKeys.in(folder.resolve("b")).made();
        String text = signed(keys);
        var key = CheckpointKeys.read(keys.publicFile());
        String forged = SignedCheckpoint.text(CHECKPOINT, others.signing(), key);
        String[] parts = text.split("\\.");
        for (String wrong :
                List.of(
                        forged,
                        signed(others),
                        parts[0] + "." + parts[1].substring(4) + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        parts[0] + "." + parts[1],
                        "eyJhbGciOiJub25lIn0." + parts[1] + "." + parts[2],
                        "")) {
            assertThatThrownBy(() -> SignedCheckpoint.read(wrong, key))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_public_key_that_checkpoints_need_is_never_replaced() throws IOException {
        CheckpointKeys keys = CheckpointKeys.in(folder).made();
        String kept = Files.readString(keys.publicFile());
        Files.delete(folder.resolve("checkpoints-private.pem"));
        assertThatThrownBy(keys::made).isInstanceOf(LaunchException.class);
        assertThat(keys.publicFile()).hasContent(kept);
    }

    private static String signed(CheckpointKeys keys) {
        return SignedCheckpoint.text(
                CHECKPOINT, keys.signing(), CheckpointKeys.read(keys.publicFile()));
    }
}
