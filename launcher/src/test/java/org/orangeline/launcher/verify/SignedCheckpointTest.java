package org.orangeline.launcher.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        CheckpointKeys keys = CheckpointKeys.in(folder);
        String text = SignedCheckpoint.text(CHECKPOINT, keys.signing());
        assertThat(SignedCheckpoint.read(text, CheckpointKeys.read(keys.publicFile())))
                .isEqualTo(CHECKPOINT);
        assertThat(CheckpointKeys.in(folder).signing()).isEqualTo(keys.signing());
    }

    @Test
    void what_was_changed_or_signed_by_another_key_is_refused() {
        CheckpointKeys keys = CheckpointKeys.in(folder.resolve("a"));
        CheckpointKeys others = CheckpointKeys.in(folder.resolve("b"));
        String text = SignedCheckpoint.text(CHECKPOINT, keys.signing());
        String forged = SignedCheckpoint.text(CHECKPOINT, others.signing());
        String[] parts = text.split("\\.");
        var key = CheckpointKeys.read(keys.publicFile());
        for (String wrong :
                List.of(
                        forged,
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
}
